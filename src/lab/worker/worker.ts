import { useBackend } from '#kit/gpu';
import type { Answer, Drawn, FigureName, Job, Request, Trouble } from '../messages';
import { troubleOf } from './exercises';
import { factsOf } from './facts';
import { distribution } from './figures/distribution';
import { finder } from './figures/finder';
import { landscape } from './figures/landscape';
import { schedule } from './figures/schedule';
import { Gate } from './gate';
import { race, raceTrouble } from './live';
import { tableIn } from './table';

/*
 * Exercises run here and not in the page, so that one that takes long, or has no end, leaves the page as it is.
 */

const figures: Readonly<Record<FigureName, (job: Job) => Promise<Drawn>>> = {
  distribution,
  landscape: async (job) => landscape(job, await factsOf(job)),
  finder,
  schedule: async (job) => schedule(job, await factsOf(job)),
};

let gate: Gate | undefined;
/** Of the race: the last word of the page that has been heard. */
let turn = 0;
/** One after the other: so it is the first one that has no end, and not whichever waits beside it. */
let asked = Promise.resolve();

self.addEventListener('message', ({ data: request }: MessageEvent<Request>) => {
  if ('turn' in request) turned(request);
  else asked = asked.then(() => answer(request)).catch(reportError);
});

function turned(request: Extract<Request, { turn: number }>): void {
  turn = request.turn;
  if (request.type === 'pause') gate?.pause();
  else if (request.type === 'go on') gate?.goOn();
  else gate?.step();
}

async function answer(request: Exclude<Request, { turn: number }>): Promise<void> {
  if (request.type === 'open') return open(request);
  useBackend(request.settings.backend);
  const { id } = request;
  if (request.type === 'race') {
    turn = 0;
    gate = new Gate(request.isPaused, () => say({ type: 'race paused', turn }));
    await race(request, gate, say);
  } else if (request.type === 'check') {
    say({ type: 'check', id, ...(await raceTrouble(request)) });
  } else if (request.type === 'figure') {
    const outcome = await figures[request.figure](request).catch(troubleOf);
    say({ type: 'figure', id, figure: request.figure, outcome });
  } else {
    const facts = await factsOf(request).catch((error: unknown) => troubleOf(error));
    if ('limits' in facts) say({ type: 'facts', id, facts });
    else say({ type: 'no facts', id, words: wordsOf(facts) });
  }
}

async function open(request: Extract<Request, { type: 'open' }>): Promise<void> {
  const { id } = request;
  try {
    say({ type: 'opened', id, ...(await tableIn(request)) });
  } catch (error) {
    say({ type: 'not opened', id, words: wordsOf(troubleOf(error)) });
  }
}

function wordsOf(trouble: Trouble): string {
  // Data has no functions that could be missing; and a RangeError about it says all by itself.
  return trouble.state === 'failed' ? trouble.words.replace(/^RangeError: /, '') : '';
}

function say(answer: Answer): void {
  self.postMessage(answer);
}
