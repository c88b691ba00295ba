// All commands, their options and examples; each command's code is loaded only when it runs.
import { Command, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { CliConfig } from './config.ts';
import type { Terminal } from './terminal.ts';

/** The program, ready to be given its arguments. */
export function commands(config: CliConfig, terminal: Terminal): Command {
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
  serving(program, { config, terminal, data });
  cities(program, { terminal, data });
  matching(program, terminal);
  tables(program, terminal);
  return program;
}

function serving(
  program: Command,
  { config, terminal, data }: { config: CliConfig; terminal: Terminal; data: Option },
): void {
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
}

/** What brings cities into a data folder and out of it. */
function cities(program: Command, { terminal, data }: { terminal: Terminal; data: Option }): void {
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
}

/** What works on a city file, without a database. */
function matching(program: Command, terminal: Terminal): void {
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
    .command('explain')
    .description('say everything about one pair of a city file: why it fits or not, money by party, how sure it is')
    .requiredOption('--input <file>', 'city file (crg-city/1), or - for standard input')
    .requiredOption('--supply <id>', 'flow that gives')
    .requiredOption('--demand <id>', 'flow that takes')
    .option('--converter <id>', 'what stands between them; `npx crg converters` lists them')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      examples(
        'npx crg explain --input city.json --supply f1 --demand f9',
        'npx crg explain --input city.json --supply f1 --demand f9 --converter heat_pump_90 --json',
      ),
    )
    .action(async (options) => {
      const { explain } = await import('./commands/explain.ts');
      await explain(options, terminal);
    });
}

/** What the product knows. */
function tables(program: Command, terminal: Terminal): void {
  program
    .command('taxonomy')
    .description('list the resource types, their quality parameters and units')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('npx crg taxonomy', 'npx crg taxonomy --json'))
    .action(async (options) => {
      const { taxonomy } = await import('./commands/taxonomy.ts');
      await taxonomy(options, terminal);
    });
  program
    .command('factors')
    .description('list the numbers that money and CO2 are worked out with, with their sources')
    .addOption(
      new Option('--input <file>', 'with the factors of this city file, or - for standard input').conflicts('data'),
    )
    .addOption(new Option('--data <dir>', 'with the factors of the city in this folder'))
    .option('--json', 'print JSON')
    .addHelpText('after', examples('npx crg factors', 'npx crg factors --input city.json --json'))
    .action(async (options) => {
      const { factors } = await import('./commands/factors.ts');
      await factors(options, terminal);
    });
  program
    .command('converters')
    .description('list what can stand between a supply and a demand of another kind')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('npx crg converters', 'npx crg converters --json'))
    .action(async (options) => {
      const { converters } = await import('./commands/converters.ts');
      await converters(options, terminal);
    });
  program
    .command('rules')
    .description('list the permit rules with the clause behind each, per country and time')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('npx crg rules', 'npx crg rules --json'))
    .action(async (options) => {
      const { rules } = await import('./commands/rules.ts');
      await rules(options, terminal);
    });
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
