// `/api/v1/converters` and `/api/v1/permit-rules`: what the engine knows of technologies and of law, as data.
import { ConverterListSchema } from '@crg/api-contract/converter';
import { PermitRuleListSchema } from '@crg/api-contract/permit-rule';
import { cityFactors } from '@crg/services/city-factors';
import { converterTable } from '@crg/services/converter-table';
import { permitRuleTable } from '@crg/services/permit-rule-table';
import type { CityStore } from '@crg/stores/ports/city-store';
import { converterResource } from '../../resources/converter.ts';
import { permitRuleResource } from '../../resources/permit-rule.ts';
import type { Api } from '../api.ts';

const tag = 'Factors';

export function engineTableRoutes(app: Api, { city }: { city: Pick<CityStore, 'factors'> }): void {
  app.get(
    '/api/v1/converters',
    {
      schema: {
        tag,
        summary: 'List the converters that chains lead through, with their limits and factors',
        response: { 200: ConverterListSchema },
      },
    },
    async () => {
      const factors = (await cityFactors({ city })).map(({ value }) => value);
      return { data: converterTable(factors).map(converterResource) };
    },
  );

  app.get(
    '/api/v1/permit-rules',
    {
      schema: {
        tag,
        summary: 'List the permit rules with the clause behind each, per jurisdiction and time',
        response: { 200: PermitRuleListSchema },
      },
    },
    async () => ({ data: permitRuleTable().map(permitRuleResource) }),
  );
}
