/** What a listener knows after each bit of sound. */
export type Hearing = 'waiting' | 'speaking' | 'ended' | 'silent' | 'too-long';

/** Loudness (root mean square, 0 to 1) from which somebody speaks, at least; more where it is loud around. */
const quietest = 0.012;
/** How much louder than what is around somebody who speaks is. */
const aboveNoise = 2.5;
/** Milliseconds of quiet that end an utterance. */
const pauseEnds = 1_200;
/** Milliseconds in which somebody has to begin. */
const patience = 6_000;
/** Milliseconds of one utterance; Lex takes 15 seconds of speech. */
const longest = 14_500;
/** Milliseconds of sound that are speech and no click. */
const speechAtLeast = 150;

/** Tells from the loudness of sound when an utterance has begun and ended. */
export function createSilenceDetector(): (level: number, milliseconds: number) => Hearing {
  let elapsed = 0;
  let spoken = 0;
  let quiet = 0;
  let noise = quietest / aboveNoise;
  return (level, milliseconds) => {
    elapsed += milliseconds;
    const isLoud = level > Math.max(quietest, noise * aboveNoise);
    if (isLoud) {
      spoken += milliseconds;
      quiet = 0;
    } else {
      quiet += milliseconds;
      // What is around changes slowly; a voice must not become part of it.
      noise += (level - noise) * 0.05;
    }
    const hasSpoken = spoken >= speechAtLeast;
    if (elapsed >= longest) return hasSpoken ? 'too-long' : 'silent';
    if (hasSpoken) return quiet >= pauseEnds ? 'ended' : 'speaking';
    return elapsed >= patience ? 'silent' : 'waiting';
  };
}
