// Water out of dirtier water.
import type { Interval } from '@crg/domain/flow';
import { numberWord } from '../../plain-words.ts';
import { type Inlet, type Model, nothingElse, waste, type Yields } from './model.ts';

export const waterModels = {
  recovery,

  reverseOsmosis: (inlet) => {
    const passage = inlet.figure('passage');
    const quality: Record<string, Interval> = {};
    for (const id of heldBackByMembranes) {
      const most = inlet.supply.flow.quality[id]?.max ?? null;
      if (most !== null) quality[id] = { min: null, max: most * passage };
    }
    return { ...recovery(inlet), quality };
  },

  evaporation: ({ figure, factorOf }) => ({
    ...nothingElse,
    output: figure('yield'),
    electricityKwh: figure('electricity'),
    besides: [waste('Concentrate', 1 - figure('yield'), 'm3', factorOf('concentrate'))],
    words: () => `${numberWord(figure('yield'))} m3 of distillate per m3`,
  }),
} as const satisfies Readonly<Record<string, Model>>;

function recovery({ figure }: Inlet): Yields {
  return {
    ...nothingElse,
    output: figure('yield'),
    electricityKwh: figure('electricity'),
    unused: 1 - figure('yield'),
    words: () => `recovery ${numberWord(figure('yield'))}`,
  };
}

/** Salts, of which a reverse osmosis lets the same small share pass; boron and ammonia pass more easily and are not promised. */
const heldBackByMembranes = [
  'conductivity_us_cm',
  'hardness_mmol_l',
  'chloride_mg_l',
  'sulphate_mg_l',
  'phosphate_mg_l',
  'silica_mg_l',
] as const;
