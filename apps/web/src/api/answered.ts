// What a route of the pages answers the browser with: the reading, or a problem that says what to do.
import { ApiProblem } from './api-problem.ts';

export async function answered(reading: Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await reading, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    // fetch throws a TypeError when nobody answers; anything else is a fault of ours and must not look like the network.
    if (!(error instanceof ApiProblem || error instanceof TypeError)) throw error;
    const isAsked = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
    const status = isAsked ? error.status : 503;
    const detail = error instanceof ApiProblem ? error.message : 'Expected the API to answer, got no connection.';
    return Response.json(
      { title: 'The city could not be read', status, detail: isAsked ? detail : `${detail} Try again in a moment.` },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );
  }
}
