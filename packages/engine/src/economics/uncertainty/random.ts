// Chance that repeats: what is drawn depends on a seed, the name of the input and the number of the sample, and on nothing else.
import { normalQuantile } from './normal.ts';

/** A whole number below 2^32 for a text, the same on every machine; one letter changes all of it (FNV-1a, then mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mixed(hash);
}

/**
 * Standard normal scores of one input, one per sample, stratified: each of `samples` equally likely slices of the
 * distribution is hit once, in its middle, in an order of the input's own (a Latin hypercube over all inputs).
 * The percentiles of a figure with one uncertain input are therefore exact, and two inputs are independent as far as the
 * orders of both are.
 *
 * @param name of the input: inputs of one name get one draw, and no input changes the draw of another
 */
export function scoresOf({ seed, name, samples }: { seed: number; name: string; samples: number }): Float64Array {
  const key = mixed(seed ^ hashOf(name));
  const scores = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++)
    scores[sample] = normalQuantile((sliceOf(sample, samples, key) + 0.5) / samples);
  return scores;
}

/** A one-to-one map of the whole numbers below `samples`, another one for every key. */
function sliceOf(sample: number, samples: number, key: number): number {
  const bits = Math.max(2, 32 - Math.clz32(samples - 1));
  let slice = sample;
  // A permutation of the next power of two, walked along until it is back inside.
  do slice = permuted(slice, bits, key);
  while (slice >= samples);
  return slice;
}

/** Of the numbers of `bits` bits. Each step can be undone, so no two numbers meet: add, multiply by an odd number, fold the upper half in. */
function permuted(value: number, bits: number, key: number): number {
  const mask = 2 ** bits - 1;
  let moved = value;
  for (let round = 1; round <= 4; round++) {
    const roundKey = mixed(key + Math.imul(round, 0x9e3779b9));
    moved = Math.imul(moved + (roundKey >>> 16), roundKey | 1) & mask;
    moved ^= moved >>> (bits >> 1);
  }
  return moved;
}

/** Every bit of the result depends on every bit of the value. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x7feb352d);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
