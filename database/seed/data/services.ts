export const serviceSeeds = [
  {
    sku: 'SRV-001',
    name: 'Annual Fleet Maintenance',
    category: 'Maintenance',
    price: '2500.00',
    description:
      'One year of care for up to five aircraft: two workshop inspections each, firmware held on a tested release, and wear parts at cost. Every aircraft leaves with a written report and a battery health table.',
  },
  {
    sku: 'SRV-002',
    name: 'Lidar Calibration & Alignment',
    category: 'Calibration',
    price: '850.00',
    description:
      'Boresight and time alignment of your scanner against our survey field, to better than 2 cm at 80 m. You receive the parameters, the check points and a certificate within three working days.',
  },
  {
    sku: 'SRV-003',
    name: 'Advanced Pilot Training (BVLOS)',
    category: 'Training',
    price: '4500.00',
    description:
      'Five days for up to four pilots: risk assessment, flight beyond visual line of sight, lost-link drills and a supervised operation. The course closes with a practical exam and the documents your authority asks for.',
  },
  {
    sku: 'SRV-004',
    name: 'Emergency Repair Diagnostic',
    category: 'Maintenance',
    price: '300.00',
    description:
      'An aircraft down before a deadline: send it in and know within one working day what is broken, what it costs and when it flies again. The fee is credited against the repair.',
  },
];
