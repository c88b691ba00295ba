// A mutant: one small mistake in one file, and the tests that must notice it.
import ts from 'typescript';

export interface Mutant {
  readonly id: string;
  /** Path in the repository. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Test files, by path in the repository, in the order in which they are asked. */
  readonly tests: readonly string[];
}

/**
 * The text of the file with the mistake in it.
 * @throws Error when `find` is not there exactly once, or the mistake is none, or what comes out is no program any more
 */
export function mutated(source: string, { id, file, find, replace }: Omit<Mutant, 'tests'>): string {
  const times = source.split(find).length - 1;
  if (times !== 1)
    throw new Error(`Expected the text of mutant ${id} once in ${file}, found it ${times} times: ${find}`);
  if (find === replace)
    throw new Error(`Expected mutant ${id} to change ${file}, but it puts the same text back: ${find}`);
  // Not `replace`: a `$` in the text would mean something to it.
  const result = source.split(find).join(replace);
  const { diagnostics = [] } = ts.transpileModule(result, { reportDiagnostics: true, fileName: file });
  const [fault] = diagnostics;
  if (fault !== undefined)
    throw new Error(`Expected mutant ${id} to leave a program behind in ${file}, got: ${String(fault.messageText)}`);
  return result;
}
