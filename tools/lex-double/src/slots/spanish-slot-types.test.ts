import { builtInSlotTypesOf } from './built-in-slot-types.ts';

const types = builtInSlotTypesOf('es_US');
/** A Saturday. */
const circumstances = { now: Date.parse('2026-11-21T15:00:00Z'), timeZone: 'UTC', localeId: 'es_US' };
const read = (type: string, text: string) => types.get(`AMAZON.${type}`)?.read(text, circumstances);

describe('built-in slot types in Spanish', () => {
  it.each([
    ['hoy', '2026-11-21'],
    ['mañana', '2026-11-22'],
    ['mañana por la mañana', '2026-11-22'],
    ['pasado mañana', '2026-11-23'],
    ['en tres días', '2026-11-24'],
    ['el lunes', '2026-11-23'],
    ['el próximo sábado', '2026-11-28'],
    ['el miercoles que viene', '2026-11-25'],
    ['la semana que viene', '2026-11-23'],
    ['el 3 de enero', '2027-01-03'],
    ['primero de diciembre de 2027', '2027-12-01'],
    ['3/12', '2026-12-03'],
  ])('take %j as the day %s', (text, day) => {
    expect(read('Date', text)?.interpretedValue).toBe(day);
  });

  it.each([
    ['a las 3 de la tarde', '15:00'],
    ['a las tres y media de la tarde', '15:30'],
    ['las 9 de la mañana', '09:00'],
    ['14:30', '14:30'],
    ['10 am', '10:00'],
    ['al mediodía', '12:00'],
    ['por la mañana', 'MO'],
  ])('take %j as the time %s', (text, time) => {
    expect(read('Time', text)?.interpretedValue).toBe(time);
  });

  it('leave open which half of the day "a las 3" is', () => {
    expect(read('Time', 'a las 3')).toMatchObject({
      interpretedValue: null,
      resolvedValues: ['03:00', '15:00'],
    });
  });

  it.each([
    ['PhoneNumber', 'dos uno dos cinco cinco cinco cero uno cero cero', '2125550100'],
    ['PhoneNumber', 'más cuatro cuatro siete siete doble cero nueve cero cero uno dos tres', '+447700900123'],
    ['FirstName', 'Me llamo José', 'José'],
    ['LastName', 'mi apellido es Núñez.', 'Núñez'],
    ['Number', 'quince', '15'],
  ])('read %s in %j', (type, text, value) => {
    expect(read(type, text)?.interpretedValue).toBe(value);
  });

  it.each(['la mañana', '31 de noviembre', 'pronto'])('take %j for no day', (text) => {
    expect(read('Date', text)).toBeUndefined();
  });

  it('have no AMAZON.Confirmation', () => {
    expect(types.has('AMAZON.Confirmation')).toBe(false);
  });
});
