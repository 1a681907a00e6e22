// Loaded into a node before the site: at a signal its clock goes eleven minutes forward, which nobody wants to wait for.
const now = Date.now
let ahead = 0
Date.now = () => now() + ahead
process.on('SIGUSR2', () => {
  ahead += 11 * 60_000
})
