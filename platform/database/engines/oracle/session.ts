import type { Attributes } from '@opentelemetry/api';
import type { CompiledQuery } from 'kysely';
import { attributeNames } from '../../../telemetry/names/attributes.ts';
import type { DescribedStatement } from '../../statement.ts';
import { type KnownStatement, knownStatements } from '../known-statements.ts';
import type { OracleConnection } from './oracle-client.ts';

/** What stays the same for all sessions with one server. */
export interface Session {
  statementOf(query: CompiledQuery): KnownStatement;
}

/** Oracle tells a session apart by its tags; nothing else of it is on a span, so those of one server share their statements. */
export function createSessions(): (connection: OracleConnection) => Session {
  const sessions = new Map<string, Session>();
  return (connection) => {
    const { hostName = '', port = 0, serviceName = '' } = connection;
    const key = `${hostName}:${port}/${serviceName}`;
    const session = sessions.get(key) ?? createSession({ hostName, port, serviceName });
    sessions.set(key, session);
    return session;
  };
}

type Server = Required<Pick<OracleConnection, 'hostName' | 'port' | 'serviceName'>>;

function createSession({ hostName, port, serviceName }: Server): Session {
  const attributes = {
    [attributeNames.databaseSystem]: 'oracle.db',
    [attributeNames.database]: serviceName,
    [attributeNames.host]: hostName,
    [attributeNames.port]: port,
  };
  return { statementOf: knownStatements((facts) => ({ ...attributes, ...consoleNames(facts) })) };
}

/** By these names the consoles of Oracle lead from a span to the statement. */
function consoleNames({ sqlId, attributes }: DescribedStatement): Attributes {
  return { 'oracledb.sql_id': sqlId, DbOracleSqlId: sqlId, DbStatement: attributes[attributeNames.statement] ?? '' };
}
