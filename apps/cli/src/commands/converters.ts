// `crg converters`: the technologies that chains lead through.
import { converterResource } from '@crg/api/resources/converter';
import { builtInFactors } from '@crg/engine/economics/factor-table';
import { type ConverterWithFactors, converterTable } from '@crg/services/converter-table';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export async function converters({ json }: { readonly json?: true }, terminal: Terminal): Promise<void> {
  const all = converterTable(builtInFactors.all());
  if (json) {
    await terminal.write(`${JSON.stringify({ converters: all.map(converterResource) }, null, 2)}\n`);
    return;
  }
  const rows = all.map((converter) => [
    converter.id,
    converter.label,
    converter.output,
    sizes(converter),
    converter.takes.map(({ parameter, bound, value }) => `${parameter} ${bound} ${value}`).join(', '),
    converter.inputs.join(', '),
  ]);
  await terminal.write(`${table([['converter', 'what it is', 'gives', 'size', 'if', 'takes'], ...rows])}\n`);
}

function sizes({ size: { unit, smallest, largest } }: ConverterWithFactors): string {
  if (smallest === null && largest === null) return '';
  if (largest === null) return `from ${smallest} ${unit}`;
  return smallest === null ? `up to ${largest} ${unit}` : `${smallest} to ${largest} ${unit}`;
}
