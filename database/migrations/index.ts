// The versioned schema, oldest first. A migration that has been released is never edited;
// the next one expands (adds) or contracts (removes what no running release reads).
import { people } from './0001-people.ts';
import { catalogue } from './0002-catalogue.ts';
import { orders } from './0003-orders.ts';
import { stockAndPayments } from './0004-stock-and-payments.ts';
import { fulfilment } from './0005-fulfilment.ts';
import { customerRelations } from './0006-customer-relations.ts';
import { supportAndAssistant } from './0007-support-and-assistant.ts';
import { workflows } from './0008-workflows.ts';
import { messaging } from './0009-messaging.ts';
import { securityAndAnalytics } from './0010-security-and-analytics.ts';
import { queryViews } from './0011-query-views.ts';
import { operations } from './0012-operations.ts';
import { sweeps } from './0013-sweeps.ts';
import { catalogueSearch } from './0014-catalogue-search.ts';
import { comments } from './0015-comments.ts';
import { activeFaults } from './0016-active-faults.ts';
import type { SchemaChange } from './schema-change.ts';

export const migrations: Readonly<Record<string, SchemaChange>> = {
  '0001-people': people,
  '0002-catalogue': catalogue,
  '0003-orders': orders,
  '0004-stock-and-payments': stockAndPayments,
  '0005-fulfilment': fulfilment,
  '0006-customer-relations': customerRelations,
  '0007-support-and-assistant': supportAndAssistant,
  '0008-workflows': workflows,
  '0009-messaging': messaging,
  '0010-security-and-analytics': securityAndAnalytics,
  '0011-query-views': queryViews,
  '0012-operations': operations,
  '0013-sweeps': sweeps,
  '0014-catalogue-search': catalogueSearch,
  '0015-comments': comments,
  '0016-active-faults': activeFaults,
};
