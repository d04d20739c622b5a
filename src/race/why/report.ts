import type { Measured } from './measure';
import { statementsOn, type Judgement } from './statements';

/** What `npm run why -- --json` prints. Numbers that are not finite are null. */
export interface WhyReport {
  readonly version: 1;
  readonly rows: number;
  readonly seed: number;
  readonly backend: string;
  readonly shelf: string;
  readonly statements: readonly {
    readonly judgement: Judgement;
    readonly claim: string;
    readonly words: string;
    readonly figures: readonly {
      readonly name: string;
      readonly theory: number | null;
      readonly yours: number | null;
    }[];
    readonly see: readonly string[];
  }[];
}

export function whyReport(
  measured: Measured,
  { backend, shelf }: { readonly backend: string; readonly shelf: string },
): WhyReport {
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    version: 1,
    rows: measured.rows,
    seed: measured.seed,
    backend,
    shelf,
    statements: statementsOn(measured).map((statement) => ({
      ...statement,
      figures: statement.figures.map(({ name, theory, yours }) => ({
        name,
        theory: finite(theory),
        yours: finite(yours),
      })),
    })),
  };
}
