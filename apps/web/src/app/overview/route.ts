// GET /overview : the city as its screen needs it, for a page that refreshes itself.
import { ApiProblem } from '../../api/api-problem.ts';
import { readOverview } from '../../api/read-city.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  try {
    return Response.json(await readOverview(), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    // fetch throws a TypeError when nobody answers; anything else is a fault of ours and must not look like the network.
    if (!(error instanceof ApiProblem || error instanceof TypeError)) throw error;
    const detail = error instanceof ApiProblem ? error.message : 'Expected the API to answer, got no connection.';
    return Response.json(
      { title: 'The city could not be read', status: 503, detail: `${detail} Try again in a moment.` },
      { status: 503, headers: { 'content-type': 'application/problem+json' } },
    );
  }
}
