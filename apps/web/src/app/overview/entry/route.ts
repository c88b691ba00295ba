// GET /overview/entry?id= : one match or near miss as the list shows it; null when there is none (any more).
import { answered } from '../../../api/answered.ts';
import { readEntry } from '../../../api/read-city.ts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answered(readEntry(new URL(request.url).searchParams.get('id') ?? ''));
}
