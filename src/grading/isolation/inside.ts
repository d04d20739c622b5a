/**
 * The process in which a submission's code runs. It answers calls, with data only, and knows neither what is tested
 * nor what comes of it: whatever the code here does, it can do no more than answer wrong.
 */
import { Socket } from 'node:net';
import * as fastCheck from 'fast-check';
import * as data from '#kit/data';
import * as gpu from '#kit/gpu';
import { direct, loadFailure, type Failure } from '#kit/testing';
import { insidePeer, type AnswerMessage, type Peer } from '#kit/testing/stand-in';
import * as todo from '#kit/todo';
import { bareGlobals } from './bare-globals';
import { frames } from './frames';
import {
  errorOf,
  SESSIONS,
  wordsOf,
  type LoadableCode,
  type ToInside,
  type ToOutside,
  type Told,
  type Tried,
} from './messages';
import { ImportRefused, requirer, runScript } from './requirer';
import { Turns } from './turns';

/** What exercises may import, by the names that they know it by. */
const ROOMS: Readonly<Record<string, object>> = {
  '#kit/gpu': gpu,
  '#kit/data': data,
  '#kit/todo': todo,
  'fast-check': fastCheck,
};

/** Calls that the grader may send: it is the one that is trusted here. */
const MOST_BYTES = 2 ** 30;

const socket = new Socket({ fd: 3 });
// Nobody is left to answer.
socket.on('end', () => exit());
socket.on('error', () => exit());
const exit = process.exit.bind(process);
bareGlobals();
gpu.checkKernels(true);

let exercise: object = {};
let lastSession = 0;
const peers = new Map<number, Peer>();
const turns = new Turns();
let nextId = 0;
const waiting = new Map<number, (answer: AnswerMessage) => void>();
const asking = new Map<number, (told: Told) => void>();

const { send } = frames(socket, MOST_BYTES, {
  onMessages: (messages) => messages.forEach((message) => void received(message as ToInside)),
  onNonsense: () => exit(),
});
const say = (message: ToOutside) => send(message);
say({ kind: 'ready' });

async function received(message: ToInside): Promise<void> {
  switch (message.kind) {
    case 'load': {
      const failure = load(message);
      say(failure === undefined ? { kind: 'loaded' } : { kind: 'loaded', failure });
      return;
    }
    case 'call': {
      const { id, session, call } = message;
      // What is launched meanwhile belongs to the call that is watched.
      const answer = await turns.take({ session, isAlone: call.watch !== undefined }, () =>
        peerOf(session).answer(call),
      );
      say({ kind: 'answer', id, answer });
      return;
    }
    case 'answer':
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
      return;
    case 'try':
      say({ kind: 'tried', id: message.id, ...(await tried(message)) });
      return;
    case 'told':
      asking.get(message.id)?.(message);
      asking.delete(message.id);
  }
}

/** What both sides know of each other ends with a session. */
function peerOf(session: number): Peer {
  const known = peers.get(session);
  if (known !== undefined) return known;
  lastSession = Math.max(lastSession, session);
  for (const each of peers.keys()) if (each <= lastSession - SESSIONS) peers.delete(each);
  const peer = insidePeer(
    exercise,
    (call) =>
      new Promise((resolve) => {
        const id = nextId++;
        waiting.set(id, resolve);
        say({ kind: 'call', id, session, call });
      }),
  );
  peers.set(session, peer);
  return peer;
}

type Message<Kind extends ToInside['kind']> = Extract<ToInside, { readonly kind: Kind }>;

async function tried({ exercise: name, subjects, settings }: Message<'try'>): Promise<Tried> {
  const functions = Array.from({ length: subjects }, (_, subject) => (value: unknown) => ask(subject, value));
  try {
    return {
      trials: await direct(exercise)
        .open()
        .tryProperties(name as never, functions, settings),
    };
  } catch (error) {
    return { error: wordsOf(error) };
  }
}

async function ask(subject: number, value: unknown): Promise<unknown> {
  const told = await new Promise<Told>((resolve) => {
    const id = nextId++;
    asking.set(id, resolve);
    say({ kind: 'ask', id, subject, value });
  });
  if ('error' in told) throw errorOf(told.error);
  return told.value;
}

/** What is not handed in here cannot be had. */
function load({ code, file, text, lines, ...imports }: LoadableCode): Failure | undefined {
  const url = `http://submission/${file}`;
  gpu.serveFile({ url, file, text, lines });
  try {
    exercise = runScript(code, url, requirer(imports, ROOMS));
    return undefined;
  } catch (error) {
    if (!(error instanceof ImportRefused)) return loadFailure(error);
    const place = error.line === undefined ? file : `${file}, line ${error.line}`;
    return { kind: 'error', sentence: `${place}: ${error.message}`, unloadable: true };
  }
}
