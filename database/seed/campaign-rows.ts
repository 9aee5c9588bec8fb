import type { LeadsStatus } from '../tables.ts';
import type { CustomerSeed } from './customer-seeds.ts';
import { campaignSeeds, leadNotes } from './data/campaigns.ts';
import { firstNames, lastNames } from './data/names.ts';
import type { Random } from './random.ts';
import type { Row } from './seed-rows.ts';
import { dayMs, plus } from './time.ts';

const managerUserId = 2;
const leadsPerCampaign = 9;
const leadStates: readonly LeadsStatus[] = ['new', 'new', 'contacted', 'contacted', 'qualified', 'converted', 'lost'];

export function campaignRows(now: Date): Row<'campaigns'>[] {
  return campaignSeeds.map(({ startDay, endDay, ...campaign }, index) => ({
    id: index + 1,
    ...campaign,
    startDate: plus(now, startDay * dayMs),
    endDate: plus(now, endDay * dayMs),
    createdBy: managerUserId,
    createdAt: plus(now, (startDay - 7) * dayMs),
    updatedAt: plus(now, startDay * dayMs),
  }));
}

/** Converted leads are customers of ours; the others are known by their e-mail alone. */
export function leadRows(now: Date, customers: readonly CustomerSeed[], random: Random): Row<'leads'>[] {
  return campaignSeeds.flatMap(({ startDay, endDay }, campaign) =>
    Array.from({ length: leadsPerCampaign }, (_, index) => {
      const id = campaign * leadsPerCampaign + index + 1;
      const createdAt = plus(now, random.between(startDay, Math.min(endDay, -1)) * dayMs);
      const status = random.pick(leadStates);
      const customer = status === 'converted' ? random.pick(customers) : undefined;
      const name = customer?.row.name ?? `${random.pick(firstNames)} ${random.pick(lastNames)}`;
      const convertedAt = status === 'converted' ? plus(createdAt, random.next() * (+now - +createdAt)) : null;
      return {
        id,
        campaignId: campaign + 1,
        customerId: customer?.row.id ?? null,
        email: customer?.row.email ?? `${name.toLowerCase().replace(' ', '.')}.${id}@example.org`,
        name,
        source: random.pick(['web', 'referral', 'social', 'paid'] as const),
        status,
        score: random.whole(40, 95),
        notes: random.chance(0.6) ? random.pick(leadNotes) : null,
        convertedAt,
        createdAt,
        updatedAt: convertedAt ?? createdAt,
      };
    }),
  );
}
