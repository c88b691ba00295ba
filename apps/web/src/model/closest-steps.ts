// Single steps that could bring pairs back when the filters let none pass.
import { families } from '@crg/story/families';
import { initialView, precisions, type ViewState, writeView } from './view-state.ts';

export interface Step {
  readonly label: string;
  readonly view: ViewState;
}

/** A step with what it would bring. */
export interface CountedStep extends Step {
  readonly matches: number;
}

const changes: readonly { readonly label: string; readonly change: Partial<ViewState> }[] = [
  { label: 'Any value', change: { valueEur: initialView.valueEur } },
  { label: 'Any score', change: { score: initialView.score } },
  { label: 'Any distance', change: { maxDistanceKm: null } },
  { label: 'All resource families', change: { families } },
  { label: 'All precisions', change: { precisions } },
  { label: 'Any hour of the week', change: { hour: null } },
  { label: 'Any month', change: { month: null } },
  { label: 'All sites', change: { site: null } },
];

/** Those that change the view at all. */
export function possibleSteps(view: ViewState): readonly Step[] {
  return changes
    .map(({ label, change }) => ({ label, view: { ...view, ...change } }))
    .filter((step) => writeView(step.view) !== writeView(view));
}

/** The three that bring most matches. */
export function closestSteps(steps: readonly CountedStep[]): readonly CountedStep[] {
  return steps
    .filter(({ matches }) => matches > 0)
    .sort((a, b) => b.matches - a.matches)
    .slice(0, 3);
}
