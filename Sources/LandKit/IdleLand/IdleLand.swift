// IdleLand
