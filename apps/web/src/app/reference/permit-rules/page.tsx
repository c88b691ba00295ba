import type { PermitRule, PermitRuleList } from '@crg/api-contract/permit-rule';
import type { Metadata } from 'next';
import { readApi, readCity } from '../../../api/read-city.ts';
import { PermitRuleCard } from '../../../features/reference/permit-rule-card.tsx';
import { ReferencePage } from '../../../features/reference/reference-page.tsx';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Permit rules' };

export default async function PermitRulesPage() {
  const [city, { data }] = await Promise.all([readCity(), readApi<PermitRuleList>('/api/v1/permit-rules')]);
  return (
    <ReferencePage
      city={city}
      at="rules"
      title="Permit rules"
      says="What the permit gate asks, how it answers, and the law behind it. The strictest answer counts: prohibited, then not known, then needs a permit, then allowed. Information for both sides, not legal advice."
    >
      {byRule(data).map((rows) => (
        <PermitRuleCard key={rows[0].id} rows={rows} />
      ))}
    </ReferencePage>
  );
}

function byRule(all: readonly PermitRule[]): readonly [PermitRule, ...PermitRule[]][] {
  const rules = new Map<string, [PermitRule, ...PermitRule[]]>();
  for (const row of all) {
    const known = rules.get(row.id);
    if (known) known.push(row);
    else rules.set(row.id, [row]);
  }
  return [...rules.values()];
}
