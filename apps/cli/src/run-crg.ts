// All commands, their options and examples; each command's code is loaded only when it runs.
import { InvalidInput, problemLine } from '@crg/city-format/problems';
import { DomainError } from '@crg/domain/errors';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { type CliConfig, type Environment, readConfig } from './config.ts';
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

function commands(config: CliConfig, terminal: Terminal): Command {
  const program = new Command('crg')
    .description("Finds, prices and explains industrial symbiosis: one company's output becomes another's input.")
    .version(manifest.version, '-V, --version', 'print the version')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.write(text),
      writeErr: (text) => terminal.tell(text.trimEnd()),
      outputError: () => {}, // `report` says it, in one line
    })
    .addHelpText('after', examples('npx crg start', 'npx crg match --input city.json --output matches.json'));
  const data = new Option('--data <dir>', 'folder of the city').default(config.defaultDataFolder, '.crg/data');

  program
    .command('start')
    .description('serve the city: API, matching and web page in one process, on this machine only')
    .addOption(new Option('--port <port>', 'port on 127.0.0.1').default(8080).argParser(wholeNumber(0, 65_535)))
    .addOption(data)
    .addHelpText('after', examples('npx crg start', 'npx crg start --port 8090 --data ./my-city'))
    .action(async (options) => {
      const { start } = await import('./commands/start.ts');
      await start(
        { ...options, version: manifest.version, logLevel: config.logLevel, uploadBytes: config.uploadBytes },
        terminal,
      );
    });
  program
    .command('import')
    .description('put files into the city: CSV, XLSX, GeoJSON or city files, all of them or nothing')
    .argument('[file...]', 'files to import, or - for standard input')
    .addOption(data)
    .option(
      '--mapping <name>',
      'how to read the tables: name of a mapping, a file that holds one, or "suggested"; left out: by header',
    )
    .addOption(
      new Option('--on-error <way>', 'what a row with errors does to the others')
        .choices(['stop', 'skip'])
        .default('stop'),
    )
    .option('--dry-run', 'say what would happen and write nothing')
    .addOption(
      new Option('--undo <id>', 'take an import out of the city again; `npx crg imports` lists them').conflicts([
        'mapping',
        'dryRun',
      ]),
    )
    .option('--keep-changed', 'with --undo: leave records that were changed or used since as they are')
    .option('--json', 'print a summary as JSON')
    .addHelpText(
      'after',
      examples(
        'npx crg import city.json',
        'npx crg import industry.csv plants.xlsx --dry-run',
        'npx crg import firms.csv --mapping my-mapping.json --on-error skip --json',
        'npx crg import --undo 5d95fcfc-a2bc-4c88-8127-663b507086d7',
      ),
    )
    .action(async (files: readonly string[], { undo: id, keepChanged, ...options }, command: Command) => {
      if (id === undefined) {
        if (files.length === 0) command.error("error: missing required argument 'file'");
        if (keepChanged) command.error('error: --keep-changed goes with --undo only');
        const { importFiles } = await import('./commands/import.ts');
        return importFiles({ files, ...options }, terminal);
      }
      if (files.length > 0) command.error('error: --undo takes no file');
      const { undo } = await import('./commands/undo-import.ts');
      return undo({ id, keepChanged, data: options.data, json: options.json }, terminal);
    });
  program
    .command('imports')
    .description('list what has been imported, newest first')
    .addOption(data)
    .option('--json', 'print JSON')
    .addHelpText('after', examples('npx crg imports', 'npx crg imports --data ./my-city --json'))
    .action(async (options) => {
      const { listImports } = await import('./commands/imports.ts');
      await listImports(options, terminal);
    });
  program
    .command('export')
    .description('write the city in the data folder as a city file')
    .addOption(data)
    .option('--output <file>', 'file to write, or - for standard output', '-')
    .addHelpText('after', examples('npx crg export --output city.json', 'npx crg export > city.json'))
    .action(async (options) => {
      const { exportCity } = await import('./commands/export.ts');
      await exportCity(options, terminal);
    });
  program
    .command('match')
    .description('match a city file, without a database')
    .requiredOption('--input <file>', 'city file (crg-city/1), or - for standard input')
    .requiredOption('--output <file>', 'matches file (crg-matches/1) to write, or - for standard output')
    .addOption(new Option('--k <count>', 'best pairs kept per supply').default(20).argParser(wholeNumber(1, 100)))
    .addHelpText(
      'after',
      examples(
        'npx crg match --input city.json --output matches.json',
        'npx crg match --input city.json --k 5 --output - | head',
      ),
    )
    .action(async (options) => {
      const { match } = await import('./commands/match.ts');
      await match(options, terminal);
    });
  program
    .command('taxonomy')
    .description('list the resource types, their quality parameters and units')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('npx crg taxonomy', 'npx crg taxonomy --json'))
    .action(async (options) => {
      const { taxonomy } = await import('./commands/taxonomy.ts');
      await taxonomy(options, terminal);
    });
  return program;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
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
