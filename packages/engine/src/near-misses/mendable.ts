/** The one quality that a near miss can change: a heat pump lifts it. */
export const mendableParameter = 'temperature_c';
