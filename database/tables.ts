// Generated from the migrated database by database/write-docs.ts. Do not edit.
// Amounts and other exact decimals arrive as decimal text, business ids as numbers, instants as Date.
import type { Generated } from 'kysely';

export type AssistantMessagesRole = 'user' | 'assistant';

export interface AssistantMessagesTable {
  id: string;
  sessionId: string;
  role: AssistantMessagesRole;
  content: string;
  provider: Generated<string>;
  modelId: string | null;
  traceId: string | null;
  createdAt: Date;
}

export interface AssistantSessionsTable {
  sessionId: string;
  customerEmail: string | null;
  productFocus: string | null;
  source: Generated<string>;
  createdAt: Date;
  updatedAt: Date;
}

export interface AuditLogsTable {
  id: string;
  userId: number | null;
  actor: string;
  actionName: string;
  resourceName: string | null;
  oldValue: string | null;
  newValue: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  traceId: string | null;
  createdAt: Date;
}

export type CampaignsCampaignType = 'email' | 'social' | 'ppc' | 'referral' | 'display';

export type CampaignsStatus = 'draft' | 'active' | 'paused' | 'completed';

export interface CampaignsTable {
  id: number;
  name: string;
  campaignType: Generated<CampaignsCampaignType>;
  status: Generated<CampaignsStatus>;
  budget: Generated<string>;
  spent: Generated<string>;
  targetAudience: string | null;
  startDate: Date | null;
  endDate: Date | null;
  createdBy: number | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CartItemsTable {
  id: number;
  sessionId: string;
  productId: number;
  quantity: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CatalogVersionTable {
  id: number;
  version: number;
  updatedAt: Date;
}

export interface ChaosStateTable {
  id: string;
  scenarioId: string;
  target: string;
  appliedBy: string;
  appliedAt: Date;
  expiresAt: Date;
  payload: string;
}

export interface ComponentSnapshotsTable {
  id: number;
  componentName: string;
  componentType: string;
  status: Generated<string>;
  sourceService: string;
  latencyMs: string | null;
  details: string | null;
  traceId: string | null;
  observedAt: Date;
}

export interface CouponsTable {
  id: number;
  code: string;
  discountPercent: Generated<string>;
  discountAmount: Generated<string>;
  isActive: Generated<boolean>;
  maxUses: Generated<number>;
  usedCount: Generated<number>;
  expiresAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CustomersTable {
  id: number;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  industry: string | null;
  revenue: Generated<string>;
  notes: string | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type FulfilmentsStatus = 'queued' | 'picking' | 'packed' | 'shipped' | 'delivered' | 'cancelled';

export interface FulfilmentsTable {
  id: number;
  orderId: number;
  workflowId: string;
  warehouseId: number | null;
  status: Generated<FulfilmentsStatus>;
  nextStepAt: Date | null;
  leaseOwner: string | null;
  leaseUntil: Date | null;
  version: Generated<number>;
  startedAt: Date;
  completedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export type IdempotencyKeysStatus = 'running' | 'done';

export interface IdempotencyKeysTable {
  id: string;
  service: string;
  requestHash: string;
  status: Generated<IdempotencyKeysStatus>;
  orderId: number | null;
  responseStatus: number | null;
  responseBody: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface InboxTable {
  eventId: string;
  consumer: string;
  eventType: string;
  payloadHash: string;
  receivedAt: Date;
}

export type InvoicesStatus = 'draft' | 'issued' | 'paid' | 'overdue' | 'void';

export interface InvoicesTable {
  id: number;
  invoiceNumber: string;
  orderId: number;
  customerId: number;
  amount: string;
  tax: Generated<string>;
  currency: Generated<string>;
  status: Generated<InvoicesStatus>;
  issuedAt: Date | null;
  dueAt: Date | null;
  paidAt: Date | null;
  notes: string | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type LeadsSource = 'web' | 'referral' | 'social' | 'paid' | 'import' | 'api';

export type LeadsStatus = 'new' | 'contacted' | 'qualified' | 'converted' | 'lost';

export interface LeadsTable {
  id: number;
  campaignId: number;
  customerId: number | null;
  email: string;
  name: string | null;
  source: Generated<LeadsSource>;
  status: Generated<LeadsStatus>;
  score: Generated<number>;
  notes: string | null;
  convertedAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type OrderAcceptancesDecision = 'accepted' | 'on_hold' | 'rejected';

export interface OrderAcceptancesTable {
  orderId: number;
  decision: OrderAcceptancesDecision;
  reason: string | null;
  anomalies: string | null;
  eventId: string | null;
  decidedBy: string;
  traceId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type OrderEventsFromStatus =
  | 'pending'
  | 'placed'
  | 'failed'
  | 'accepted'
  | 'on_hold'
  | 'fulfilling'
  | 'shipped'
  | 'delivered'
  | 'cancelled';

export type OrderEventsToStatus =
  | 'pending'
  | 'placed'
  | 'failed'
  | 'accepted'
  | 'on_hold'
  | 'fulfilling'
  | 'shipped'
  | 'delivered'
  | 'cancelled';

export interface OrderEventsTable {
  id: string;
  orderId: number;
  eventType: string;
  fromStatus: OrderEventsFromStatus | null;
  toStatus: OrderEventsToStatus | null;
  actor: string;
  details: string | null;
  traceId: string | null;
  createdAt: Date;
}

export interface OrderItemsTable {
  id: number;
  orderId: number;
  productId: number;
  quantity: number;
  unitPrice: string;
  productName: string;
  productSku: string;
}

export type OrdersStatus =
  | 'pending'
  | 'placed'
  | 'failed'
  | 'accepted'
  | 'on_hold'
  | 'fulfilling'
  | 'shipped'
  | 'delivered'
  | 'cancelled';

export type OrdersPaymentMethod = 'credit_card' | 'bank_transfer';

export interface OrdersTable {
  id: number;
  orderNumber: string;
  shopId: number;
  customerId: number;
  customerName: string;
  customerEmail: string;
  shippingAddress: string;
  sessionId: string | null;
  status: Generated<OrdersStatus>;
  paymentMethod: OrdersPaymentMethod;
  couponCode: string | null;
  currency: Generated<string>;
  subtotal: string;
  discount: Generated<string>;
  shippingCost: Generated<string>;
  total: string;
  notes: string | null;
  traceId: string | null;
  version: Generated<number>;
  createdAt: Date;
  placedAt: Date | null;
  updatedAt: Date;
}

export interface OutboxTable {
  id: string;
  producer: string;
  eventType: string;
  orderId: number | null;
  payload: string;
  traceparent: string | null;
  createdAt: Date;
}

export interface OutboxDeliveriesTable {
  eventId: string;
  consumer: string;
  attempts: Generated<number>;
  nextAttemptAt: Date | null;
  leaseOwner: string | null;
  leaseUntil: Date | null;
  deliveredAt: Date | null;
  deadAt: Date | null;
  lastError: string | null;
  retryRequestedAt: Date | null;
  discardedAt: Date | null;
}

export interface PageViewsTable {
  id: string;
  page: string;
  visitorIp: string | null;
  visitorRegion: string | null;
  userAgent: string | null;
  referrer: string | null;
  loadTimeMs: number | null;
  sessionId: string | null;
  createdAt: Date;
}

export type PaymentsMethod = 'credit_card' | 'bank_transfer';

export type PaymentsStatus = 'pending' | 'paid' | 'failed' | 'refunded';

export interface PaymentsTable {
  id: number;
  orderId: number;
  method: PaymentsMethod;
  status: Generated<PaymentsStatus>;
  amount: string;
  currency: Generated<string>;
  provider: string | null;
  providerReference: string | null;
  declineCode: string | null;
  leaseOwner: string | null;
  leaseUntil: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ProductsTable {
  id: number;
  shopId: number | null;
  name: string;
  sku: string;
  description: string | null;
  price: string;
  category: string;
  imageUrl: string | null;
  isActive: Generated<boolean>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type QueryExecutionsScheduleMode = 'scheduled' | 'manual';

export type QueryExecutionsStatus = 'running' | 'success' | 'error';

export interface QueryExecutionsTable {
  id: number;
  workflowRunId: number | null;
  queryName: string;
  componentName: string | null;
  sourceService: string;
  scheduleMode: Generated<QueryExecutionsScheduleMode>;
  actionName: Generated<string>;
  status: Generated<QueryExecutionsStatus>;
  expectedFailure: Generated<boolean>;
  queryText: string;
  promptText: string | null;
  rowCount: Generated<number>;
  durationMs: string | null;
  errorMessage: string | null;
  traceId: string | null;
  createdAt: Date;
}

export interface ReportsTable {
  id: number;
  name: string;
  reportType: string;
  parameters: string | null;
  createdBy: number | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface ReviewsTable {
  id: number;
  productId: number;
  customerId: number | null;
  orderId: number | null;
  rating: number;
  commentText: string | null;
  authorName: string;
  createdAt: Date;
}

export type SecurityEventsSeverity = 'info' | 'low' | 'medium' | 'high' | 'critical';

export interface SecurityEventsTable {
  id: string;
  attackType: string;
  severity: Generated<SecurityEventsSeverity>;
  endpoint: string | null;
  sourceIp: string | null;
  traceId: string | null;
  payload: string | null;
  productId: number | null;
  sessionId: string | null;
  details: string | null;
  createdAt: Date;
}

export interface ServicesTable {
  id: number;
  name: string;
  sku: string;
  description: string | null;
  price: string;
  category: string;
  imageUrl: string | null;
  isActive: Generated<boolean>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type ShipmentsStatus = 'processing' | 'shipped' | 'in_transit' | 'delivered' | 'returned' | 'cancelled';

export interface ShipmentsTable {
  id: number;
  orderId: number;
  warehouseId: number | null;
  trackingNumber: string | null;
  carrier: string | null;
  status: Generated<ShipmentsStatus>;
  originRegion: string | null;
  destinationRegion: string | null;
  weightKg: Generated<string>;
  shippingCost: Generated<string>;
  estimatedDelivery: Date | null;
  shippedAt: Date | null;
  actualDelivery: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type ShopsStatus = 'active' | 'maintenance' | 'inactive';

export interface ShopsTable {
  id: number;
  slug: string;
  name: string;
  storefrontUrl: string | null;
  region: string;
  currency: Generated<string>;
  status: Generated<ShopsStatus>;
  address: string | null;
  coordinates: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  notes: string | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export type SimulatedChargesStatus = 'charged' | 'declined' | 'voided';

export interface SimulatedChargesTable {
  orderId: number;
  status: SimulatedChargesStatus;
  amount: string;
  currency: Generated<string>;
  reference: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type StaffRolesRole = 'admin' | 'manager' | 'support' | 'viewer' | 'chaos_operator';

export interface StaffRolesTable {
  userId: number;
  role: StaffRolesRole;
  grantedBy: string;
  grantedAt: Date;
}

export interface StockLevelsTable {
  productId: number;
  warehouseId: number;
  quantity: Generated<number>;
}

export interface StockMovementsTable {
  id: string;
  batchId: string;
  productId: number;
  warehouseId: number;
  delta: number;
  reason: string;
  orderId: number | null;
  actor: string;
  traceId: string | null;
  createdAt: Date;
}

export interface StoredFilesTable {
  id: number;
  fileName: string;
  contentType: string;
  byteCount: number;
  sha256: string;
  storageKey: string;
  uploadedBy: number | null;
  createdAt: Date;
}

export type TicketMessagesSenderType = 'customer' | 'agent' | 'system';

export interface TicketMessagesTable {
  id: number;
  ticketId: number;
  senderType: TicketMessagesSenderType;
  senderName: string | null;
  userId: number | null;
  content: string;
  createdAt: Date;
}

export type TicketsStatus = 'open' | 'in_progress' | 'resolved' | 'closed';

export type TicketsPriority = 'low' | 'medium' | 'high' | 'critical';

export interface TicketsTable {
  id: number;
  customerId: number;
  title: string;
  status: Generated<TicketsStatus>;
  priority: Generated<TicketsPriority>;
  productId: number | null;
  serviceId: number | null;
  orderId: number | null;
  assignedTo: number | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

export type UserSessionsService = 'shop' | 'crm' | 'gateway' | 'observatory';

export type UserSessionsAuthMethod = 'password' | 'sso';

export interface UserSessionsTable {
  id: string;
  userId: number;
  service: UserSessionsService;
  authMethod: UserSessionsAuthMethod;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export interface UsersTable {
  id: number;
  username: string;
  email: string;
  passwordHash: string;
  customerId: number | null;
  isActive: Generated<boolean>;
  lastLoginAt: Date | null;
  createdAt: Date;
}

export interface WarehousesTable {
  id: number;
  name: string;
  region: string;
  address: string | null;
  capacity: Generated<number>;
  isActive: Generated<boolean>;
  createdAt: Date;
}

export type WorkflowRunsScheduleMode = 'scheduled' | 'manual';

export type WorkflowRunsStatus = 'running' | 'success' | 'error';

export interface WorkflowRunsTable {
  id: number;
  workflowKey: string;
  workflowLabel: string | null;
  sourceService: string;
  scheduleMode: Generated<WorkflowRunsScheduleMode>;
  status: Generated<WorkflowRunsStatus>;
  resultSummary: string | null;
  traceId: string | null;
  durationMs: string | null;
  startedAt: Date;
  completedAt: Date | null;
}

export interface QueryCampaignsTable {
  id: number;
  name: string;
  campaignType: string;
  status: string;
  budget: string;
  spent: string;
  startDate: Date | null;
  endDate: Date | null;
}

export interface QueryComponentSnapshotsTable {
  id: number;
  componentName: string;
  componentType: string;
  status: string;
  latencyMs: string | null;
  observedAt: Date;
}

export interface QueryCustomersTable {
  id: number;
  company: string | null;
  industry: string | null;
  revenue: string;
  createdAt: Date;
}

export interface QueryInvoicesTable {
  id: number;
  orderId: number;
  customerId: number;
  amount: string;
  tax: string;
  currency: string;
  status: string;
  issuedAt: Date | null;
  dueAt: Date | null;
  paidAt: Date | null;
}

export interface QueryLabExecutionsTable {
  id: number;
  workflowRunId: number | null;
  queryName: string;
  componentName: string | null;
  status: string;
  expectedFailure: boolean;
  rowCount: number;
  durationMs: string | null;
  createdAt: Date;
}

export interface QueryLeadsTable {
  id: number;
  campaignId: number;
  source: string;
  status: string;
  score: number;
  createdAt: Date;
  convertedAt: Date | null;
}

export interface QueryOrderItemsTable {
  id: number;
  orderId: number;
  productId: number;
  productSku: string;
  productName: string;
  quantity: number;
  unitPrice: string;
}

export interface QueryOrdersTable {
  id: number;
  orderNumber: string;
  shopId: number;
  customerId: number;
  status: string;
  paymentMethod: string;
  currency: string;
  subtotal: string;
  discount: string;
  shippingCost: string;
  total: string;
  createdAt: Date;
  placedAt: Date | null;
  updatedAt: Date;
}

export interface QueryPageViewsTable {
  page: string;
  visitorRegion: string | null;
  loadTimeMs: number | null;
  createdAt: Date;
}

export interface QueryPaymentsTable {
  id: number;
  orderId: number;
  method: string;
  status: string;
  amount: string;
  currency: string;
  provider: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface QueryProductsTable {
  id: number;
  shopId: number | null;
  sku: string;
  name: string;
  category: string;
  price: string;
  isActive: boolean;
  createdAt: Date;
  stock: number;
}

export interface QueryReviewsTable {
  id: number;
  productId: number;
  rating: number;
  createdAt: Date;
}

export interface QueryShipmentsTable {
  id: number;
  orderId: number;
  warehouseId: number | null;
  carrier: string | null;
  status: string;
  originRegion: string | null;
  destinationRegion: string | null;
  weightKg: string;
  shippingCost: string;
  estimatedDelivery: Date | null;
  shippedAt: Date | null;
  actualDelivery: Date | null;
  createdAt: Date;
}

export interface QueryStockLevelsTable {
  productId: number;
  warehouseId: number;
  region: string;
  quantity: number;
}

export interface QueryStockMovementsTable {
  productId: number;
  warehouseId: number;
  orderId: number | null;
  delta: number;
  reason: string;
  createdAt: Date;
}

export interface QueryTicketsTable {
  id: number;
  customerId: number;
  status: string;
  priority: string;
  productId: number | null;
  serviceId: number | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface QueryWorkflowRunsTable {
  id: number;
  workflowKey: string;
  scheduleMode: string;
  status: string;
  durationMs: string | null;
  startedAt: Date;
  completedAt: Date | null;
}

export interface Tables {
  assistantMessages: AssistantMessagesTable;
  assistantSessions: AssistantSessionsTable;
  auditLogs: AuditLogsTable;
  campaigns: CampaignsTable;
  cartItems: CartItemsTable;
  catalogVersion: CatalogVersionTable;
  chaosState: ChaosStateTable;
  componentSnapshots: ComponentSnapshotsTable;
  coupons: CouponsTable;
  customers: CustomersTable;
  fulfilments: FulfilmentsTable;
  idempotencyKeys: IdempotencyKeysTable;
  inbox: InboxTable;
  invoices: InvoicesTable;
  leads: LeadsTable;
  orderAcceptances: OrderAcceptancesTable;
  orderEvents: OrderEventsTable;
  orderItems: OrderItemsTable;
  orders: OrdersTable;
  outbox: OutboxTable;
  outboxDeliveries: OutboxDeliveriesTable;
  pageViews: PageViewsTable;
  payments: PaymentsTable;
  products: ProductsTable;
  queryExecutions: QueryExecutionsTable;
  reports: ReportsTable;
  reviews: ReviewsTable;
  securityEvents: SecurityEventsTable;
  services: ServicesTable;
  shipments: ShipmentsTable;
  shops: ShopsTable;
  simulatedCharges: SimulatedChargesTable;
  staffRoles: StaffRolesTable;
  stockLevels: StockLevelsTable;
  stockMovements: StockMovementsTable;
  storedFiles: StoredFilesTable;
  ticketMessages: TicketMessagesTable;
  tickets: TicketsTable;
  userSessions: UserSessionsTable;
  users: UsersTable;
  warehouses: WarehousesTable;
  workflowRuns: WorkflowRunsTable;
  queryCampaigns: QueryCampaignsTable;
  queryComponentSnapshots: QueryComponentSnapshotsTable;
  queryCustomers: QueryCustomersTable;
  queryInvoices: QueryInvoicesTable;
  queryLabExecutions: QueryLabExecutionsTable;
  queryLeads: QueryLeadsTable;
  queryOrderItems: QueryOrderItemsTable;
  queryOrders: QueryOrdersTable;
  queryPageViews: QueryPageViewsTable;
  queryPayments: QueryPaymentsTable;
  queryProducts: QueryProductsTable;
  queryReviews: QueryReviewsTable;
  queryShipments: QueryShipmentsTable;
  queryStockLevels: QueryStockLevelsTable;
  queryStockMovements: QueryStockMovementsTable;
  queryTickets: QueryTicketsTable;
  queryWorkflowRuns: QueryWorkflowRunsTable;
}
