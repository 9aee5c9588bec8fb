import pg from 'pg';

const bigint = 20;
const date = 1082;

/** bigint → safe integer number (all ours are); date → text; numeric stays decimal text; timestamptz → Date. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === bigint) return Number;
    if (oid === date) return String;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};
