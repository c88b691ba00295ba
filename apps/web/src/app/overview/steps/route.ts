// GET /overview/steps?<address of a view> : when nothing passes, the single steps that bring most matches back.
import { answered } from '../../../api/answered.ts';
import { readSteps } from '../../../api/read-city.ts';
import { readView } from '../../../model/view-state.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answered(readSteps(readView(new URL(request.url).searchParams)));
}
