import { direct, namedFunctions, type Implementation, type Session } from '../implementation';
import { Peer, type Channel } from './peer';

export { Peer, type AnswerMessage, type CallMessage, type Channel } from './peer';

/** No name that an exercise could have. */
const TRY_PROPERTIES = ' try properties';

/**
 * The functions of a module behind a wall that lets only plain data and function references through, as
 * if they lived in another process. What passes here can be graded there.
 */
export function standIn<Exercise extends object>(module: Exercise): Implementation<Exercise> {
  return {
    open() {
      // structuredClone refuses what no message could carry, and leaves nothing shared.
      const inside: Peer = insidePeer(module, async (call) =>
        structuredClone(await outside.answer(structuredClone(call))),
      );
      const outside: Peer = outsidePeer(async (call) =>
        structuredClone(await inside.answer(structuredClone(call))),
      );
      return sessionOn(outside);
    },
  };
}

/** The end of a connection at which a module's functions live. */
export function insidePeer(module: object, channel: Channel): Peer {
  return new Peer(1, channel, { ...module, [TRY_PROPERTIES]: direct(module).open().tryProperties });
}

/** The end of a connection from which they are called. */
export function outsidePeer(channel: Channel): Peer {
  return new Peer(0, channel, {});
}

/** What a test finds at the outer end of a connection. */
export function sessionOn<Exercise extends object>(outside: Peer): Session<Exercise> {
  return {
    exercise: namedFunctions<Exercise>(
      (name) =>
        (...args) =>
          outside.call(name, args),
    ),
    launches: outside.launches,
    tryProperties: (...args) =>
      outside.call(TRY_PROPERTIES, args) as ReturnType<Session<Exercise>['tryProperties']>,
  };
}
