// An answer of the API that is not the asked one; pages show its detail.
export class ApiProblem extends Error {
  /** 0: no answer at all. */
  readonly status: number;

  constructor(path: string, status: number, detail: string) {
    super(`${path} answered ${status}: ${detail}`);
    this.name = 'ApiProblem';
    this.status = status;
  }

  static async of(path: string, response: Response): Promise<ApiProblem> {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
    return new ApiProblem(path, response.status, problem.detail ?? problem.title ?? response.statusText);
  }
}
