// Methane from organic residues: what a digester makes, what upgrading takes and loses. Normal m3; energy net (LHV).

export interface Substrate {
  /** Share of dry matter in the fresh mass. */
  readonly dryMatter: number;
  /** Share of volatile solids in the dry matter. */
  readonly volatileSolids: number;
  /** Methane potential in the laboratory, normal m3 per t of volatile solids. */
  readonly methaneM3PerT: number;
  readonly methaneM3PerTLow: number;
  readonly methaneM3PerTHigh: number;
}

const substrate = (
  dryMatter: number,
  volatileSolids: number,
  [methaneM3PerTLow, methaneM3PerT, methaneM3PerTHigh]: readonly [number, number, number],
): Substrate => ({ dryMatter, volatileSolids, methaneM3PerT, methaneM3PerTLow, methaneM3PerTHigh });

/** Textbook values; where the text gives no band, low and high are the middle. Source: docs/data-sources.md#digestion */
export const substrates = {
  food_waste: substrate(0.22, 0.88, [350, 400, 480]),
  spent_grain: substrate(0.23, 0.95, [270, 310, 380]),
  cattle_slurry: substrate(0.085, 0.8, [180, 210, 240]),
  pig_slurry: substrate(0.06, 0.8, [220, 250, 320]),
  sewage_sludge: substrate(0.05, 0.7, [200, 270, 330]),
  fat: substrate(0.25, 0.93, [600, 750, 900]),
  whey: substrate(0.06, 0.9, [380, 380, 380]),
  vegetable_residues: substrate(0.15, 0.85, [370, 370, 370]),
  stomach_content: substrate(0.14, 0.82, [290, 290, 290]),
  straw: substrate(0.86, 0.9, [210, 210, 210]),
  glycerol: substrate(1, 0.9, [430, 430, 430]),
} as const satisfies Readonly<Record<string, Substrate>>;

export const methaneKwhPerM3 = 9.97;
export const methaneKgPerM3 = 0.717;
/** Methane in raw biogas; 0.50 to 0.70. */
export const biogasMethaneShare = 0.6;
/** kg of raw biogas per normal m3: what the digestate weighs less than the feed. */
export const biogasKgPerM3 = 1.22;
/** What a plant reaches of the laboratory's yield; 0.80 to 0.95. Judgement. */
export const plantOverLaboratory = 0.9;

export interface Digested {
  readonly methaneM3: number;
  readonly biogasM3: number;
  readonly energyMwh: number;
  readonly digestateT: number;
}

/** What `tonnes` of fresh feed become: m DM VS B eta of methane. `dryMatter` where it was measured, else the substrate's. */
export function digest({
  tonnes,
  feed,
  dryMatter = feed.dryMatter,
  plantShare = plantOverLaboratory,
}: {
  tonnes: number;
  feed: Substrate;
  dryMatter?: number;
  plantShare?: number;
}): Digested {
  const methaneM3 = tonnes * dryMatter * feed.volatileSolids * feed.methaneM3PerT * plantShare;
  const biogasM3 = methaneM3 / biogasMethaneShare;
  return {
    methaneM3,
    biogasM3,
    energyMwh: (methaneM3 * methaneKwhPerM3) / 1000,
    digestateT: tonnes - (biogasM3 * biogasKgPerM3) / 1000,
  };
}

export interface Upgraded {
  /** Left for the grid. */
  readonly methaneM3: number;
  readonly electricityMwh: number;
  readonly slipMethaneT: number;
  /** kg of CO2e per kg of methane times the slip. */
  readonly slipCo2T: number;
}

/**
 * Raw biogas made into biomethane. Not below 150 normal m3/h of raw gas for the grid.
 *
 * @param slip     share of the methane that escapes: amine 0.001, membrane 0.005-0.01, water wash 0.01, PSA 0.01-0.02
 * @param kwhPerM3 electricity per normal m3 of raw gas, 0.20 to 0.30 (amine 0.10 to 0.15 and 0.55 kWh of heat)
 */
export function upgrade({
  biogasM3,
  methaneM3,
  slip,
  kwhPerM3,
}: {
  biogasM3: number;
  methaneM3: number;
  slip: number;
  kwhPerM3: number;
}): Upgraded {
  const slipMethaneT = (methaneM3 * slip * methaneKgPerM3) / 1000;
  return {
    methaneM3: methaneM3 * (1 - slip),
    electricityMwh: (biogasM3 * kwhPerM3) / 1000,
    slipMethaneT,
    slipCo2T: slipMethaneT * biogenicMethaneCo2,
  };
}

/** Global warming potential over 100 years of methane from plants and animals. Source: IPCC AR6. */
export const biogenicMethaneCo2 = 27;
