import type { FulfilmentStatus, OrderDetail, OrderRow, OrderStatus } from '@octo/contracts/crm/order.ts';
import type { ProductRow } from '@octo/contracts/crm/products.ts';
import type { ShopStatus } from '@octo/contracts/crm/shops.ts';
import type { Delivery } from '@octo/contracts/crm/sync.ts';
import type { WorkflowStatus } from '@octo/contracts/query-lab.ts';
import type { ComponentSnapshot } from '@octo/contracts/workflows.ts';
import type { Statuses } from '@octo/ui/react/statuses.ts';

/** Warn asks for somebody's attention; info is on its way by itself. */
export const orderStatuses: Statuses<OrderStatus> = {
  pending: { label: 'Pending', tone: 'quiet' },
  placed: { label: 'Waiting', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
  accepted: { label: 'Accepted', tone: 'info' },
  on_hold: { label: 'On hold', tone: 'warn' },
  fulfilling: { label: 'Fulfilling', tone: 'info' },
  shipped: { label: 'Shipped', tone: 'info' },
  delivered: { label: 'Delivered', tone: 'good' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
};

export const paymentStatuses: Statuses<OrderRow['payment_status']> = {
  pending: { label: 'Unpaid', tone: 'warn' },
  paid: { label: 'Paid', tone: 'good' },
  failed: { label: 'Payment failed', tone: 'bad' },
  refunded: { label: 'Refunded', tone: 'quiet' },
};

export const fulfilmentStatuses: Statuses<FulfilmentStatus> = {
  queued: { label: 'Queued', tone: 'quiet' },
  picking: { label: 'Picking', tone: 'info' },
  packed: { label: 'Packed', tone: 'info' },
  shipped: { label: 'Shipped', tone: 'info' },
  delivered: { label: 'Delivered', tone: 'good' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
};

export const invoiceStatuses: Statuses<NonNullable<OrderDetail['invoice']>['status']> = {
  draft: { label: 'Draft', tone: 'quiet' },
  issued: { label: 'Issued', tone: 'info' },
  paid: { label: 'Paid', tone: 'good' },
  overdue: { label: 'Overdue', tone: 'bad' },
  void: { label: 'Void', tone: 'quiet' },
};

export const deliveryStates: Statuses<Delivery['state']> = {
  waiting: { label: 'Waiting', tone: 'info' },
  retrying: { label: 'Retrying', tone: 'warn' },
  delivered: { label: 'Delivered', tone: 'good' },
  dead: { label: 'Dead letter', tone: 'bad' },
  discarded: { label: 'Discarded', tone: 'quiet' },
};

export const productStatuses: Statuses<ProductRow['status']> = {
  active: { label: 'Active', tone: 'good' },
  inactive: { label: 'Inactive', tone: 'quiet' },
};

export const shopStatuses: Statuses<ShopStatus> = {
  active: { label: 'Active', tone: 'good' },
  maintenance: { label: 'Maintenance', tone: 'warn' },
  inactive: { label: 'Inactive', tone: 'quiet' },
};

export const workflowStatuses: Statuses<WorkflowStatus> = {
  running: { label: 'Running', tone: 'info' },
  success: { label: 'Success', tone: 'good' },
  error: { label: 'Error', tone: 'bad' },
};

export const componentStatuses: Statuses<ComponentSnapshot['status']> = {
  healthy: { label: 'Healthy', tone: 'good' },
  degraded: { label: 'Degraded', tone: 'warn' },
  down: { label: 'Down', tone: 'bad' },
  unknown: { label: 'Not configured', tone: 'quiet' },
};
