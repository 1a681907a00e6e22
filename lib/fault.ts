/** Something is wrong that the person at the keyboard can mend: one sentence, with the remedy. Shown without a stack. */
export class Fault extends Error {
  override name = 'Fault'
}
