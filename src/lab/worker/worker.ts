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
import { likelyTarget, tableIn } from './table';

/*
 * Exercises run here and not in the page, so that one that takes long, or has no end, leaves the page as it is.
 */

const figures: Readonly<Record<FigureName, (job: Job) => Promise<Drawn>>> = {
  distribution,
  landscape: async (job) => landscape(job, await rateOf(job)),
  finder,
  schedule: async (job) => schedule(job, await rateOf(job)),
};

let gate: Gate | undefined;

self.addEventListener('message', ({ data: request }: MessageEvent<Request>) => {
  switch (request.type) {
    case 'pause':
      return gate?.pause();
    case 'go on':
      return gate?.goOn();
    case 'step':
      return gate?.step();
    case 'open':
      return open(request);
    default:
      void answer(request);
  }
});

function open({ id, name, bytes }: Extract<Request, { type: 'open' }>): void {
  try {
    const file = tableIn(name, bytes);
    say({ type: 'opened', id, file, target: likelyTarget(file) });
  } catch (error) {
    say({ type: 'not opened', id, words: wordsOf(troubleOf(error)) });
  }
}

async function answer(request: Extract<Request, Job>): Promise<void> {
  const { id, settings } = request;
  useBackend(settings.backend);
  if (request.type === 'race') {
    gate = new Gate(request.isPaused, () => say({ type: 'race paused' }));
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

function wordsOf(trouble: Trouble): string {
  // Data has no functions that could be missing; and a RangeError about it says all by itself.
  return trouble.state === 'failed' ? trouble.words.replace(/^RangeError: /, '') : '';
}

async function rateOf(job: Job): Promise<number> {
  return job.settings.rate ?? (await factsOf(job)).suitableRate;
}

function say(answer: Answer): void {
  self.postMessage(answer);
}
