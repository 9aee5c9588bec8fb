export const couponSeeds = [
  { code: 'FIRSTFLIGHT', discountPercent: '10.00', discountAmount: '0.00', maxUses: 1000, isActive: true },
  { code: 'FLEETDEAL', discountPercent: '15.00', discountAmount: '0.00', maxUses: 200, isActive: true },
  { code: 'FREESHIP', discountPercent: '0.00', discountAmount: '49.99', maxUses: 100, isActive: true },
  { code: 'GOVPILOT', discountPercent: '20.00', discountAmount: '0.00', maxUses: 50, isActive: true },
  { code: 'SUMMER2024', discountPercent: '12.00', discountAmount: '0.00', maxUses: 500, isActive: false },
];
