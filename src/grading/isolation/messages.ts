import type { Failure, TrialSettings } from '#kit/testing';
import type { AnswerMessage, CallMessage } from '#kit/testing/stand-in';

/** How many sessions both sides know at the same time, the latest ones. */
export const SESSIONS = 12;

/** What the grader sends to the process that runs a submission. */
export type ToInside =
  | ({ readonly kind: 'load' } & LoadableCode)
  | Call
  | Answer
  /** Try the properties that this exercise returns, on so many subjects. */
  | {
      readonly kind: 'try';
      readonly id: number;
      readonly exercise: string;
      readonly subjects: number;
      readonly settings: TrialSettings;
    }
  | ({ readonly kind: 'told'; readonly id: number } & Told);

/** An exercise as one script. */
export interface LoadableCode {
  readonly code: string;
  /** The file that it was made of, as whoever wrote it knows it, and its text. */
  readonly file: string;
  readonly text: string;
  /** For each line of the script, the line of the file, from 1. */
  readonly lines: readonly number[];
  /** What it may import, beside earlier lessons. */
  readonly rooms: readonly string[];
  /** The solutions of the earlier lessons that it builds on, as scripts, by the names of the lessons. */
  readonly earlier: Readonly<Record<string, string>>;
}

/** What a subject returned, or the error that it threw. */
export type Told = { readonly value: unknown } | { readonly error: ErrorWords };

/** An error, as far as somebody on the other side needs it. */
export interface ErrorWords {
  readonly name: string;
  readonly message: string;
  /** The function that is not started, or not exported. */
  readonly exercise?: string;
}

/** What that process sends back. Whoever wrote the submission may have written this, too. */
export type ToOutside =
  | { readonly kind: 'ready' }
  | { readonly kind: 'loaded'; readonly failure?: Failure }
  | Call
  | Answer
  /** Call a subject: plain data in, plain data out, and nothing of it shared. */
  | { readonly kind: 'ask'; readonly id: number; readonly subject: number; readonly value: unknown }
  | ({ readonly kind: 'tried'; readonly id: number } & Tried);

/** What came of trying properties; nobody knows yet whether it has the form of trials. */
export type Tried = { readonly trials: unknown } | { readonly error: ErrorWords };

interface Call {
  readonly kind: 'call';
  readonly id: number;
  /** One run of one test; what crosses in it is known to both sides until its end. */
  readonly session: number;
  readonly call: CallMessage;
}

interface Answer {
  readonly kind: 'answer';
  readonly id: number;
  readonly answer: AnswerMessage;
}

/** A message as it must be; undefined for anything else. What crosses inside of it is looked at when it is unpacked. */
export function messageFromInside(message: unknown): ToOutside | undefined {
  if (!isRecord(message)) return undefined;
  switch (message['kind']) {
    case 'ready':
      return { kind: 'ready' };
    case 'loaded': {
      const { failure } = message;
      if (failure === undefined) return { kind: 'loaded' };
      const read = failureIn(failure);
      return read && { kind: 'loaded', failure: read };
    }
    case 'call': {
      const { id, session, call } = message;
      if (!isCount(id) || !isCount(session) || !isRecord(call)) return undefined;
      const { target, args } = call;
      if (!isCount(target) || !isParcel(args)) return undefined;
      return { kind: 'call', id, session, call: { target, args, watch: undefined } };
    }
    case 'answer': {
      const { id, answer } = message;
      if (!isCount(id) || !isRecord(answer)) return undefined;
      const { failed, result, launches } = answer;
      if (typeof failed !== 'boolean' || !isParcel(result) || !Array.isArray(launches)) return undefined;
      if (launches.length > MOST_LAUNCHES) return undefined;
      return { kind: 'answer', id, answer: { failed, result, launches } };
    }
    case 'ask': {
      const { id, subject, value } = message;
      if (!isCount(id) || !isCount(subject)) return undefined;
      return { kind: 'ask', id, subject, value };
    }
    case 'tried': {
      const { id, trials, error } = message;
      if (!isCount(id)) return undefined;
      if (error === undefined) return { kind: 'tried', id, trials };
      const words = errorIn(error);
      return words && { kind: 'tried', id, error: words };
    }
    default:
      return undefined;
  }
}

function errorIn(error: unknown): ErrorWords | undefined {
  if (!isRecord(error) || typeof error['name'] !== 'string' || typeof error['message'] !== 'string') {
    return undefined;
  }
  const { name, message, exercise } = error;
  return {
    name: name.slice(0, MOST_CHARACTERS),
    message: message.slice(0, MOST_CHARACTERS),
    ...(typeof exercise === 'string' ? { exercise: exercise.slice(0, MOST_CHARACTERS) } : {}),
  };
}

/** An error that came over, or is to go. */
export function wordsOf(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  return { name, message, ...('exercise' in error ? { exercise: String(error.exercise) } : {}) };
}

/** An error with these words, as a test knows it. */
export function errorOf({ name, message, exercise }: ErrorWords): Error {
  const error = Object.assign(new Error(message), exercise === undefined ? {} : { exercise });
  Object.defineProperty(error, 'name', { value: name });
  return error;
}

/** More than any call of a lesson launches while somebody watches. */
const MOST_LAUNCHES = 10_000;

/** Of a failure that the other side tells of, its words alone. */
function failureIn(failure: unknown): Failure | undefined {
  if (!isRecord(failure) || typeof failure['sentence'] !== 'string') return undefined;
  const { sentence, lacks, place } = failure;
  return {
    kind: 'error',
    sentence: sentence.slice(0, MOST_CHARACTERS),
    unloadable: true,
    ...(typeof lacks === 'string' ? { lacks: lacks.slice(0, MOST_CHARACTERS) } : {}),
    ...placeIn(place),
  };
}

function placeIn(place: unknown): Pick<Failure, 'place'> {
  if (!isRecord(place) || typeof place['file'] !== 'string') return {};
  const { file, line, code } = place;
  return {
    place: {
      file: file.slice(0, MOST_CHARACTERS),
      ...(isCount(line) ? { line } : {}),
      ...(typeof code === 'string' ? { code: code.slice(0, MOST_CHARACTERS) } : {}),
    },
  };
}

const MOST_CHARACTERS = 2_000;

function isParcel(value: unknown): value is AnswerMessage['result'] {
  return (
    isRecord(value) &&
    isRecord(value['value']) &&
    Array.isArray(value['contents']) &&
    value['contents'].every(
      (each: unknown) => Array.isArray(each) && each.length === 2 && isCount(each[0]) && isContent(each[1]),
    )
  );
}

function isContent(content: unknown): boolean {
  if (!isRecord(content)) return false;
  switch (content['kind']) {
    case 'typed':
      return ArrayBuffer.isView(content['values']);
    case 'matrix':
      return isCount(content['rows']) && isCount(content['columns']) && isWire(content['data']);
    case 'array':
      return Array.isArray(content['items']) && content['items'].every(isWire);
    case 'object':
      return areEntries(content['entries']);
    case 'error':
      return (
        typeof content['name'] === 'string' &&
        typeof content['message'] === 'string' &&
        areEntries(content['entries'])
      );
    default:
      return false;
  }
}

function areEntries(entries: unknown): boolean {
  return (
    Array.isArray(entries) &&
    entries.every(
      (each: unknown) =>
        Array.isArray(each) &&
        each.length === 2 &&
        typeof each[0] === 'string' &&
        // An object with one of these would be more than data.
        !['__proto__', 'then', 'toJSON', 'constructor'].includes(each[0]) &&
        isWire(each[1]),
    )
  );
}

function isWire(wire: unknown): boolean {
  if (!isRecord(wire)) return false;
  switch (wire['kind']) {
    case 'plain':
      return isPlain(wire['value']);
    case 'shared':
      return isCount(wire['id']);
    case 'function':
      return isCount(wire['id']) && typeof wire['yours'] === 'boolean';
    default:
      return false;
  }
}

/** Whatever has parts crosses as contents. */
function isPlain(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
