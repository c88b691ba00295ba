// GET /overview?<address of a view> : totals and spread under its filters, for a page whose filters change.
import { answered } from '../../api/answered.ts';
import { readOverview } from '../../api/read-city.ts';
import { readView } from '../../model/view-state.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answered(readOverview(readView(new URL(request.url).searchParams)));
}
