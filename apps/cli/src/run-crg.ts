// One command line from its arguments to its exit code: whatever happens becomes one line for a person.
import { InvalidInput, problemLine } from '@crg/city-format/problems';
import { DomainError } from '@crg/domain/errors';
import { type Command, CommanderError } from 'commander';
import { commands } from './commands.ts';
import { type Environment, readConfig } from './config.ts';
import { Stopped } from './stopped.ts';
import type { Terminal } from './terminal.ts';

/** 0: done. 1: failed, and one line says why. 2: called in a way that cannot be understood. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line.
 *
 * @param args without program names, e.g. `['match', '--input', 'city.json']`
 */
export async function runCrg(args: readonly string[], environment: Environment, terminal: Terminal): Promise<ExitCode> {
  let name = 'crg';
  let debug = false;
  try {
    const config = readConfig(environment);
    debug = config.debug;
    const program = commands(config, terminal);
    name = nameOf(program, args);
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, { name, debug }, terminal);
  }
}

/** `crg match`, or `crg` when no command was named. */
function nameOf(program: Command, args: readonly string[]): string {
  const command = program.commands.find((candidate) => candidate.name() === args[0]);
  return command === undefined ? 'crg' : `crg ${command.name()}`;
}

function report(error: unknown, { name, debug }: { name: string; debug: boolean }, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Without any arguments commander has just printed the help itself.
    if (error.code !== 'commander.help') terminal.tell(`${name}: ${usageLine(error.message, name)}`);
    return 2;
  }
  for (const line of failureLines(error)) terminal.tell(`${name}: ${line}`);
  if (debug && error instanceof Error) terminal.tell(error.stack ?? String(error));
  return 1;
}

function usageLine(message: string, name: string): string {
  const text = oneLine(message.replace(/^error: /, '')).replace(/\.$/, '');
  return `${text}. See \`npx ${name} --help\`.`;
}

function failureLines(error: unknown): readonly string[] {
  if (error instanceof InvalidInput && error.problemCount > 1) {
    const shown = error.problems.slice(0, mostLines);
    const rest = error.problemCount - shown.length;
    return [
      `expected a file without problems, got ${error.problemCount}; nothing was taken over. Correct these and run it again.`,
      ...shown.map(problemLine),
      ...(rest === 0 ? [] : [`… and ${rest} more problems.`]),
    ];
  }
  if (error instanceof DomainError || error instanceof Stopped) return [oneLine(error.message)];
  const message = error instanceof Error ? error.message : String(error);
  return [
    `expected to work, got an unforeseen fault: ${oneLine(message)}. Set CRG_DEBUG=1 to see where, and report it.`,
  ];
}

const mostLines = 100;

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
