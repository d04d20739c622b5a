import { direct, namedFunctions, type Implementation, type Session } from '../implementation';
import { Peer } from './peer';

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
      const inside: Peer = new Peer(
        1,
        async (call) => structuredClone(await outside.answer(structuredClone(call))),
        { ...module, [TRY_PROPERTIES]: direct(module).open().tryProperties },
      );
      const outside: Peer = new Peer(
        0,
        async (call) => structuredClone(await inside.answer(structuredClone(call))),
        {},
      );
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
    },
  };
}
