/** A valid statement of ours that the grammar lacks altogether, so that nothing of it can be read. */
interface GrammarGap {
  readonly sql: string;
  readonly reason: string;
}

const grammarGaps: readonly GrammarGap[] = [
  {
    sql: 'drop profile octo_test_1_profile cascade',
    reason: 'the grammar knows how a profile is made, and not how it goes',
  },
];

/** What the grammar holds against statements, but for the gaps; and gaps that are none, or that nobody steps into any more. */
export function beyondGaps(
  statements: readonly string[],
  complaints: ReadonlyMap<string, string>,
  gaps: readonly GrammarGap[] = grammarGaps,
): string[] {
  const excused = new Set(gaps.map(({ sql }) => sql));
  const refused = [...complaints].filter(([sql]) => !excused.has(sql));
  return [
    ...refused.map(([sql, complaint]) => `Oracle does not take: ${complaint}\n      ${sql}`),
    ...gaps.flatMap(({ sql }) => {
      if (!statements.includes(sql)) return [`nobody says any more what grammar-gaps.ts excuses: ${sql}`];
      return complaints.has(sql) ? [] : [`the grammar takes what grammar-gaps.ts excuses: ${sql}`];
    }),
  ];
}
