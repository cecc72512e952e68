export { figuresAtEnd, figuresOf, type Figures } from '../shared/speech/figures';

/** Which of the two models of a test: the reference comes first. */
export const REFERENCE = 1;
export const CANDIDATE = 2;
