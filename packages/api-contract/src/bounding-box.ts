// A box on the map as one parameter.
import Type from 'typebox';

const decimal = '-?[0-9]{1,3}(\\.[0-9]{1,15})?';

export const BoundingBoxSchema = Type.String({
  pattern: `^${decimal},${decimal},${decimal},${decimal}$`,
  description:
    'west,south,east,north in degrees (WGS-84), west <= east and south <= north, e.g. 11.05,55.64,11.13,55.7',
});
