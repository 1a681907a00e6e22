import { alderman } from './alderman'
import { allotments } from './allotments'
import { bakery } from './bakery'
import { bandstand } from './bandstand'
import { boatyard } from './boatyard'
import { cannery } from './cannery'
import { councilChamber } from './council-chamber'
import { customsClock } from './customs-clock'
import { dredger } from './dredger'
import { eelgrass } from './eelgrass'
import { ferry } from './ferry'
import { fishAuction } from './fish-auction'
import { gig } from './gig'
import { leadLine } from './lead-line'
import { lifeboat } from './lifeboat'
import { lobsterPots } from './lobster-pots'
import { longNabLight } from './long-nab-light'
import { penalty } from './penalty'
import { plateOfFish } from './plate-of-fish'
import { quayParking } from './quay-parking'
import { readingRoom } from './reading-room'
import { swingBridge } from './swing-bridge'
import { tidalPool } from './tidal-pool'
import { tideGauge } from './tide-gauge'

/** Every picture of the demonstration paper, by name. */
export const pictures = [
  alderman,
  allotments,
  bakery,
  bandstand,
  boatyard,
  cannery,
  councilChamber,
  customsClock,
  dredger,
  eelgrass,
  ferry,
  fishAuction,
  gig,
  leadLine,
  lifeboat,
  lobsterPots,
  longNabLight,
  penalty,
  plateOfFish,
  quayParking,
  readingRoom,
  swingBridge,
  tidalPool,
  tideGauge,
]
