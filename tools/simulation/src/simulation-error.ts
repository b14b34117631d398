/** A wrong use of the simulation: an impossible speed, rate, time or value. The message names the argument. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
}
