/**
 * Seconds between two attempts of the driver to connect. Its own ones grow to twenty: whoever asked meanwhile would wait
 * for so long to hear that the database is away, or, after it came back, to be answered.
 */
export const betweenConnections = (attempts: number) => Math.min(3 ** attempts / 100, 0.5)
