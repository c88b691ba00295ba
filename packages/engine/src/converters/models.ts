// What each kind of converter makes of one unit of what goes in: how much comes out and how good it is, what it takes besides.
import type { ModelName } from './converter.ts';
import { biogasModels } from './models/biogas.ts';
import { coldAndPowerModels } from './models/cold-and-power.ts';
import { gasesModels } from './models/gases.ts';
import { heatModels } from './models/heat.ts';
import { heatPumpsModels } from './models/heat-pumps.ts';
import { materialsModels } from './models/materials.ts';
import type { Model } from './models/model.ts';
import { waterModels } from './models/water.ts';

/** By the name that the rows of `table.ts` give them. */
export const models = {
  ...heatModels,
  ...heatPumpsModels,
  ...coldAndPowerModels,
  ...biogasModels,
  ...waterModels,
  ...materialsModels,
  ...gasesModels,
} as const satisfies Readonly<Record<ModelName, Model>>;
