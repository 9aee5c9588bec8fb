/** One number per block of ids: the sequence steps by the size of a block. */
export const nextIdBlockSql = 'select business_ids.nextval as first_id from dual';
