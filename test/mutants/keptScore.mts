import { textOf } from '../structure/repository.mts';
import type { Counts } from './score.mts';

/** Where the score is kept that no later run may fall below, and where it is published. */
export const KEPT = 'test/mutants/kept.json';
export const PAGE = 'CONTRIBUTING.md';

export const readKept = (): Counts => JSON.parse(textOf(KEPT)) as Counts;
