export const firstNames =
  'Amara Anton Beatriz Bilal Camille Chidi Clara Daniel Elena Emil Farah Felix Gabriela Hana Hugo Ines Ivan Jonas Julia Kaito Karim Lea Leonard Lina Luca Maren Mateo Mila Nadia Niklas Noor Oliver Paula Rafael Ruth Samir Selma Tara Tobias Yara'.split(
    ' ',
  );

export const lastNames =
  'Abbott Acosta Bergmann Brandt Castillo Dahl Eriksen Farouk Fischer Garnier Haas Holm Ivanova Jansen Kaplan Keller Lindqvist Lopez Marchetti Meyer Mensah Moreau Nakata Novak Okafor Olsen Pereira Petrov Quinn Rahman Rossi Sandoval Schmid Silva Tanaka Thorne Urbano Vogel Weber Zeller'.split(
    ' ',
  );

export const streets = [
  '14 Mill Lane, Bristol BS1 4DJ, United Kingdom',
  'Lindenallee 23, 04105 Leipzig, Germany',
  '9 Rue des Carmes, 31000 Toulouse, France',
  'Via Garibaldi 18, 10122 Torino, Italy',
  '702 Juniper Street, Portland, OR 97209, USA',
  '55 Alder Court, Boulder, CO 80302, USA',
  'Seestrasse 41, 8002 Zürich, Switzerland',
  'Storgata 8, 0155 Oslo, Norway',
  '3 Canal View, Utrecht 3511, Netherlands',
  '21 Harbour Street, Portland, ME 04101, USA',
  'Calle Mayor 77, 28013 Madrid, Spain',
  'Kungsgatan 30, 111 35 Stockholm, Sweden',
];
