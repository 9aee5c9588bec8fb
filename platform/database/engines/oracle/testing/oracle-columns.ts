import oracledb from 'oracledb';
import type { OracleColumn } from '../oracle-client.ts';

/** Columns as the server describes them: name in upper case, type, and what is declared of a NUMBER. */
export const column = {
  /** NUMBER(precision, scale), such as (19, 0) of an id or (12, 2) of an amount. */
  number: (name: string, precision: number, scale = 0): OracleColumn => numeric(name, precision, scale),
  /** A NUMBER that nothing is declared of, such as count(*), sum(…) and what stands in most V$ views. */
  bareNumber: (name: string): OracleColumn => numeric(name, 0, -127),
  text: (name: string, byteSize = 4000): OracleColumn => ({ name, dbType: oracledb.DB_TYPE_VARCHAR, byteSize }),
  longText: (name: string): OracleColumn => ({ name, dbType: oracledb.DB_TYPE_CLOB }),
  instant: (name: string): OracleColumn => ({ name, dbType: oracledb.DB_TYPE_TIMESTAMP_TZ }),
  /** DATE, which has a time of day and no zone. */
  date: (name: string): OracleColumn => ({ name, dbType: oracledb.DB_TYPE_DATE }),
  boolean: (name: string): OracleColumn => ({ name, dbType: oracledb.DB_TYPE_BOOLEAN }),
  bytes: (name: string, byteSize = 2000): OracleColumn => ({ name, dbType: oracledb.DB_TYPE_RAW, byteSize }),
};

function numeric(name: string, precision: number, scale: number): OracleColumn {
  return { name, dbType: oracledb.DB_TYPE_NUMBER, precision, scale };
}
