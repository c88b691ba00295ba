// A city file as the product takes it: well formed, and with factors that the table has.
import { type ReadCity, readCity as readFile } from '@crg/city-format/city-file';
import { addFindings, InvalidInput, Problems } from '@crg/city-format/problems';
import { checkFactorOverrides } from '@crg/engine/economics/check-factors';

/** @throws InvalidInput with every problem of the file, each naming its field */
export function readCity(text: string): ReadCity {
  const read = readFile(text);
  const problems = new Problems();
  addFindings(checkFactorOverrides(read.city.factors ?? []), '', problems);
  if (problems.count > 0) throw new InvalidInput(problems);
  return read;
}
