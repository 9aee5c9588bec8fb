/** Texts by family of product, the happier ones first. */
export const reviewTexts: Readonly<Record<string, readonly [rating: number, text: string][]>> = {
  aircraft: [
    [5, 'Out of the case and in the air in a few minutes. Holds position in gusts better than anything we had before.'],
    [5, 'Half a year of weekly inspections and not one day lost. The data comes out clean.'],
    [5, 'Our crew learned it in a morning. Battery times are honest.'],
    [4, 'Excellent aircraft. The charging case could be lighter.'],
    [4, 'Does what the description says. I would have liked a second battery in the box.'],
    [3, 'Good flight characteristics, but the app needs patience on older tablets.'],
  ],
  leisure: [
    [5, 'My daughter flew it on the first evening. It has hit every wall in the house and still works.'],
    [5, 'So quick that I needed a week to trust it. Great fun.'],
    [4, 'Well built and easy to repair. Spare arms should be included.'],
    [4, 'Crisp pictures, quiet enough for the park.'],
    [3, 'Fine for the price; strong wind is not its friend.'],
  ],
  parts: [
    [5, 'Fits to the tenth of a millimetre and runs cool.'],
    [5, 'Third order of the same part, the same quality each time.'],
    [4, 'Solid. The wiring diagram could be larger.'],
    [4, 'Works as expected, arrived a day early.'],
    [3, 'Good part, but one screw was missing in the bag.'],
    [2, 'Works, though I had to balance it myself.'],
  ],
  power: [
    [5, 'Measured capacity is above what is printed on the label.'],
    [5, 'Twenty cycles in, all cells within 5 mV.'],
    [4, 'Strong pack, a little heavier than my old one.'],
    [3, 'Fine, but it takes its time to charge.'],
  ],
  accessories: [
    [5, 'Simple, sturdy, bright. Nothing to add.'],
    [5, 'Saved an aircraft on its first day.'],
    [4, 'Good quality; the zip runs a bit stiff.'],
    [4, 'Useful for the money.'],
    [3, 'Does its job, smells of plastic for a week.'],
  ],
};
