// GET /overview/entries?<address of a view>&cursor= : one page of its ranked list.
import { answered } from '../../../api/answered.ts';
import { readEntries } from '../../../api/read-city.ts';
import { readView } from '../../../model/view-state.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  return answered(readEntries(readView(asked), asked.get('cursor')));
}
