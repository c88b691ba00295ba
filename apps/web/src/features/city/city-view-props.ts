import type { City } from '@crg/api-contract/city';
import type { ViewState } from '../../model/view-state.ts';
import type { ChangeView } from './use-view.ts';

/** What every view gets. It asks the API itself: `useAnswer(\`/api/v1/…?${matchQuery(view)}\`)`. */
export interface CityViewProps {
  readonly city: City;
  readonly view: ViewState;
  readonly change: ChangeView;
}
