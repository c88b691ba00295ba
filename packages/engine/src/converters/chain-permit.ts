// The permit gate of a chain: what changes hands is judged as any supply; who turns waste into something else is a taker of waste first.
import { type PermitAssessment, together } from '../permit/assess.ts';
import type { PermitDesk } from '../permit/permit-desk.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import type { Conversion } from './convert.ts';

/** null where nothing is treated as waste: heat, water, gas, and what its codes still describe when it comes out. */
export function assessTreatment(
  { converter, input }: Pick<Conversion, 'converter' | 'input'>,
  desk: PermitDesk,
): PermitAssessment | null {
  const isStuff = input.type.family === 'material' || input.type.family === 'organic';
  if (!isStuff || converter.keepsCodes) return null;
  return input.permitClass === null ? assessPlant(input, desk) : knownPlant(input, input.permitClass, desk);
}

/** A plant on the supplier's own site: inputs that look the same to every permit rule get the same answer. */
function knownPlant(input: PreparedFlow, permitClass: number, desk: PermitDesk): PermitAssessment {
  const ofDesk = plantsKnown.get(desk) ?? new Map<number, PermitAssessment>();
  plantsKnown.set(desk, ofDesk);
  const known = ofDesk.get(permitClass);
  if (known !== undefined) return known;
  const assessment = assessPlant(input, desk);
  ofDesk.set(permitClass, assessment);
  return assessment;
}

const plantsKnown = new WeakMap<PermitDesk, Map<number, PermitAssessment>>();

function assessPlant(input: PreparedFlow, desk: PermitDesk): PermitAssessment {
  return desk.assess({ supply: input, demand: plantAt(input) });
}

/** @param ofOutput of the pair whose supply is what comes out */
export function assessChain(ofOutput: PermitAssessment, treatment: PermitAssessment | null): PermitAssessment {
  return treatment === null ? ofOutput : together(ofOutput, treatment);
}

/** The converter as somebody who takes the waste on the supplier's own site. It neither burns nor buries; its papers are not known. */
function plantAt(input: PreparedFlow): PreparedFlow {
  return {
    ...input,
    flow: { ...input.flow, direction: 'demand', papers: { burnt_or_buried_as_authorised: false } },
    organization: { ...input.organization, nace: [wasteTreatment] },
    permitClass: null,
  };
}

/** NACE: treatment and disposal of non-hazardous waste. */
const wasteTreatment = '38.21';
