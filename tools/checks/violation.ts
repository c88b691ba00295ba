// What every repository check answers: which rule, where, and what to do.

export interface Violation {
  /** Stable name; tools/fixtures has a folder that breaks it, and the tests expect this name. */
  readonly rule: string;
  /** Path from the repository root, with `:line` where a line is known. */
  readonly where: string;
  readonly text: string;
}

/** A check reads a repository at `root` and answers what breaks its rules; an empty list means all is well. */
export type Check = (root: string) => Promise<readonly Violation[]>;
