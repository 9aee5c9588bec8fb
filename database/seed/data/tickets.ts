/** `sku` or `service` names what the ticket is about; messages alternate from customer to agent. */
export interface TicketSeed {
  title: string;
  sku?: string;
  service?: string;
  priority: 'low' | 'medium' | 'high' | 'critical';
  messages: readonly string[];
}

export const ticketSeeds: readonly TicketSeed[] = [
  {
    title: 'Thermal image drifts after ten minutes',
    sku: 'OCTO-008',
    priority: 'high',
    messages: [
      'After about ten minutes in the air the thermal picture shows a vertical gradient. A restart clears it for a while.',
      'Thank you for the recording. Please start a flat-field correction from the camera menu once the aircraft is warm, and tell us whether the gradient returns.',
      'The correction helped. It came back once in two flights.',
      'That is within what release 2.4 fixes. We have put the update on your account; ten minutes on the ground are enough.',
    ],
  },
  {
    title: 'RTK base station loses fix near trees',
    sku: 'OCTO-007',
    priority: 'medium',
    messages: [
      'The base station drops from fix to float as soon as I set it up near the forest edge. In the open it is fine.',
      'A mask angle of 15° and the extension pole of 2 m usually cure this. Both are in the case; the manual shows it on page 31.',
    ],
  },
  {
    title: 'Pump pressure low on the left boom',
    sku: 'OCTO-009',
    priority: 'critical',
    messages: [
      'The left boom sprays at half pressure and we have 200 hectares to treat this week.',
      'A replacement filter leaves Frankfurt today by express. Until then, rinsing the strainer behind the left valve often restores the pressure.',
      'Rinsed it, and we are flying again. I will change the filter tomorrow.',
    ],
  },
  {
    title: 'Can two pilots share one ground station?',
    sku: 'FPV-003',
    priority: 'low',
    messages: ['Is it possible to hand control from one Smart Radio to another during a flight?'],
  },
  {
    title: 'Charger reports high internal resistance',
    sku: 'BAT-003',
    priority: 'medium',
    messages: [
      'The X2 shows 18 mΩ on cell four of a nearly new pack. Should I worry?',
      'On a pack of that size anything above 12 mΩ is a reason to exchange it. Please send us the serial number, it is under warranty.',
    ],
  },
  {
    title: 'Book the spring inspection for five aircraft',
    service: 'SRV-001',
    priority: 'medium',
    messages: [
      'We would like to bring five aircraft in the second half of March, before the season starts.',
      'The week of the 18th is free in Zurich. Shall we reserve all five days?',
      'Yes please, all five.',
    ],
  },
  {
    title: 'Calibration certificate for the authority',
    service: 'SRV-002',
    priority: 'medium',
    messages: [
      'Our authority asks for the check-point table with the certificate. Is it part of the service?',
      'It is: page two of the PDF. We have sent it to you again in case the attachment was lost.',
    ],
  },
  {
    title: 'Course dates for BVLOS training',
    service: 'SRV-003',
    priority: 'low',
    messages: [
      'Which dates are free for four pilots in the next quarter?',
      'We hold courses in every second week of the month. Please tell us two that suit you.',
    ],
  },
  {
    title: 'Aircraft crashed before a deadline',
    service: 'SRV-004',
    priority: 'critical',
    messages: [
      'Hard landing today, two arms broken and the gimbal hangs loose. The survey has to finish on Friday.',
      'Please send it by courier; it is first on the bench tomorrow morning. A loan aircraft can travel today.',
      'The courier has it. The loan aircraft would save us.',
    ],
  },
  {
    title: 'Video link breaks up at 3 km',
    sku: 'DRN-003',
    priority: 'high',
    messages: [
      'The picture breaks up at about 3 km although nothing is in the way.',
      'Please fold the antennas so that their flat side faces the aircraft, and set the channel to automatic. Does it reach further then?',
    ],
  },
  {
    title: 'Spare cage segments',
    sku: 'DRN-006',
    priority: 'medium',
    messages: [
      'Two cage segments cracked on a ladder. Can I order them singly?',
      'Yes, each segment is a spare part. A quote is on its way; fitting takes about five minutes.',
    ],
  },
  {
    title: 'Wrong propeller direction delivered',
    sku: 'PRP-003',
    priority: 'medium',
    messages: [
      'I ordered two clockwise and two counter-clockwise propellers and received four clockwise ones.',
      'That is our mistake. Two counter-clockwise propellers leave today; keep the others until the courier collects them.',
      'They arrived and fit. Thank you for the quick exchange.',
    ],
  },
  {
    title: 'Does the backpack take the larger controller?',
    sku: 'ACC-002',
    priority: 'low',
    messages: [
      'Will the 8-inch ground station fit into the front pocket?',
      'It fits the laptop sleeve, not the front pocket, and still leaves room for a 13-inch laptop.',
    ],
  },
  {
    title: 'Goggles fog up in winter',
    sku: 'FPV-001',
    priority: 'low',
    messages: ['Below 5 °C the lenses fog within minutes. Is there a fan kit?'],
  },
  {
    title: 'Motor runs rough after a wet flight',
    sku: 'MOT-002',
    priority: 'medium',
    messages: [
      'One motor grinds since we flew in heavy rain.',
      'Please do not fly it again. Turn the bell by hand and send us a short sound recording; the bearing may need replacing.',
      'Here is the recording. It grinds once per turn.',
      'That is the lower bearing. A new motor is on its way under warranty.',
    ],
  },
  {
    title: 'Firmware update stops at 60 %',
    sku: 'FLC-002',
    priority: 'high',
    messages: [
      'The update stops at 60 % every time and the autopilot then asks for recovery.',
      'That happens with cables above one metre. Please try the short cable from the box and a port at the back of the computer.',
      'The short cable did it.',
    ],
  },
];
